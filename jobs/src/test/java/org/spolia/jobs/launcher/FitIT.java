package org.spolia.jobs.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.spolia.jobs.launcher.Launcher.Outcome;

/** {@code fit} as a user runs it. */
class FitIT {
    private static final String OPERATORS = "+,-,*,/,pow,sqrt,exp,log,sin,cos,tanh,asin";

    private static final String LONG = "300000";

    @TempDir
    Path folder;

    private Launcher spolia;

    @BeforeEach
    void setUp() {
        spolia = new Launcher(folder);
    }

    @Test
    void fitsTwoColumnsWithinItsTime() throws IOException, InterruptedException {
        write("two.csv", table(1, ",", "."));
        spolia.with(Launcher.OPTIONS, Launcher.DEFAULTS);
        Outcome outcome = spolia.run(
                "fit",
                "two.csv",
                "--target",
                "y",
                "--operators",
                OPERATORS,
                "--seconds",
                "2",
                "--threads",
                "2",
                "--seed",
                "0",
                "--output",
                "fit");
        assertThat(outcome.status()).isZero();
        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.out().get(0))
                .matches("JDK \\d+ · \\d+-bit vectors · 2 threads · 80 rows × 1 variable · seed 0");
        assertThat(front("fit")).hasSizeGreaterThan(1);
    }

    @Test
    void readsSemicolonsDecimalCommasAByteOrderMarkAndQuotedNames() throws IOException, InterruptedException {
        write("wide.csv", "\uFEFF" + table(11, ";", ",").replace("c3;", "\"my column\";"));
        Outcome outcome = spolia.run(
                "fit", "wide.csv", "--target", "y", "--operators", OPERATORS, "--evaluations", "5000", "--output", "a");
        assertThat(outcome.status()).isZero();
        assertThat(Files.readAllLines(folder.resolve("a/variables.csv"))).contains("c2,c2", "x3,my column", "c11,c11");

        write("plain.csv", table(11, ",", "."));
        spolia.run("fit", "plain.csv", "-y", "y", "--operators", OPERATORS, "--evaluations", "5000", "--output", "b");
        assertThat(Files.readString(folder.resolve("a/hall_of_fame.csv")).replace("x3", "c3"))
                .isEqualTo(Files.readString(folder.resolve("b/hall_of_fame.csv")));
    }

    @Test
    void aSavedFolderPredictsOtherRows() throws IOException, InterruptedException {
        write("two.csv", table(1, ",", "."));
        spolia.run("fit", "two.csv", "-y", "y", "--evaluations", "1000", "--output", "saved", "--report");
        assertThat(Files.readString(folder.resolve("saved/report.html")))
                .contains("Residuals against c1", "two.csv · 80 rows");
        write("new.csv", "note,c1\nfirst,0.5\nsecond,1.5\n");
        Outcome outcome = spolia.run("fit", "new.csv", "--apply", "saved");
        assertThat(outcome.status()).isZero();
        assertThat(outcome.out()).hasSize(3).startsWith("y");
        assertThat(Double.parseDouble(outcome.out().get(1))).isFinite();
        outcome = spolia.run("fit", "new.csv", "--apply", "saved", "--complexity", "999");
        assertThat(outcome.status()).isEqualTo(2);
        assertThat(outcome.err().get(0)).contains("No model of complexity 999");
    }

    @Test
    void severalTargetsAreFittedAndPredicted() throws IOException, InterruptedException {
        write("two.csv", table(2, ",", "."));
        Outcome outcome =
                spolia.run("fit", "two.csv", "-y", "y,c2", "--seconds", "1", "--threads", "2", "--output", "both");
        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.status()).isZero();
        assertThat(outcome.out()).contains("target 1 of 2: y", "target 2 of 2: c2");
        assertThat(front("both/output1")).isNotEmpty();
        assertThat(front("both/output2")).isNotEmpty();
        assertThat(spolia.run("fit", "two.csv", "--apply", "both").out())
                .hasSize(81)
                .startsWith("y,c2");
    }

    @Test
    void theShapeOfEquationsCanBeLimited() throws IOException, InterruptedException {
        write("two.csv", table(2, ",", "."));
        Outcome outcome = spolia.run(
                "fit",
                "two.csv",
                "-y",
                "y",
                "--evaluations",
                "3000",
                "--output",
                "limited",
                "--max-depth",
                "6",
                "--complexity-of-operators",
                "sin=2,pow=3",
                "--constraints",
                "pow=-1:1",
                "--nested-constraints",
                "sin:sin=0,exp:exp=0",
                "--units",
                "c1=m,c2=1,y=m",
                "--elementwise-loss",
                "HuberLoss(0.5)",
                "--early-stop-condition",
                "1e-9",
                "--guesses",
                "c1*sin(c2)");
        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.status()).isZero();
        assertThat(front("limited")).anyMatch(line -> line.contains("c1*sin(c2)"));
    }

    @Test
    void preparationTemplateAndHeldOutSelectionWorkTogether() throws IOException, InterruptedException {
        SplittableRandom random = new SplittableRandom(3);
        StringBuilder text = new StringBuilder("a,b,idle,y\n");
        for (int row = 0; row < 150; row++) {
            double a = random.nextDouble(1, 3);
            double b = random.nextDouble(1, 3);
            text.append(a)
                    .append(',')
                    .append(b)
                    .append(',')
                    .append(random.nextDouble())
                    .append(',');
            text.append(a * a + 5 * b + 0.2 * random.nextGaussian()).append('\n');
        }
        write("noisy.csv", text.toString());

        Outcome outcome = spolia.run(
                "fit",
                "noisy.csv",
                "-y",
                "y",
                "--evaluations",
                "20000",
                "--output",
                "form",
                "--select-k-features",
                "2",
                "--denoise",
                "--template",
                "f(a) + g(b)",
                "--select",
                "one-standard-error",
                "--folds",
                "4");

        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.status()).isZero();
        assertThat(outcome.out().get(0)).startsWith("kept 2 of 3 variables: ").contains("left out: idle");
        assertThat(outcome.out().get(1)).startsWith("denoised y: noise of standard deviation 0.");
        assertThat(outcome.out())
                .anyMatch(line -> line.startsWith("         f(a) = "))
                .anyMatch(line -> line.contains("held out"));
        List<String> lines = Files.readAllLines(folder.resolve("form/hall_of_fame.csv"));
        assertThat(lines.get(0)).isEqualTo("complexity,loss,equation,selected,held_out_loss,held_out_error,f,g");
        assertThat(lines).anyMatch(line -> line.matches(".*,true,[0-9.e-]+,[0-9.e-]+,.*"));
    }

    @Test
    void anOperatorIsAFormulaOnTheCommandLine() throws IOException, InterruptedException {
        StringBuilder text = new StringBuilder("s,v\n");
        for (int row = 1; row <= 60; row++) {
            double s = 0.1 * row;
            text.append(s).append(',').append(4 * s * s / (s * s + 2.25)).append('\n');
        }
        write("hill.csv", text.toString());
        write("new.csv", "s\n1.5\n");
        String[] start = {"fit", "hill.csv", "-y", "v", "--evaluations", "20000", "--seed", "1"};

        Outcome with = spolia.run(Stream.concat(
                        Arrays.stream(start),
                        Stream.of(
                                "--output",
                                "with",
                                "--operators",
                                "+,*,/,hill",
                                "--define",
                                "sq(x) = x*x",
                                "--define",
                                "hill(s, k) = sq(s)/(sq(s) + sq(k))",
                                "--complexity-of-operators",
                                "hill=2",
                                "--constraints",
                                "hill=-1:1"))
                .toArray(String[]::new));
        Outcome without =
                spolia.run(Stream.concat(Arrays.stream(start), Stream.of("--output", "without", "--operators", "+,*,/"))
                        .toArray(String[]::new));

        assertThat(with.status()).isZero();
        assertThat(String.join("\n", with.out())).contains("hill(s, 1.5");
        assertThat(selectedComplexity("with")).isEqualTo(6);
        assertThat(without.status()).isZero();
        assertThat(selectedComplexity("without")).isGreaterThan(6);
        assertThat(front("with")).noneMatch(line -> line.contains("hill"));
        assertThat(Double.parseDouble(
                        spolia.run("fit", "new.csv", "--apply", "with").out().get(1)))
                .isCloseTo(2, within(1e-9));
    }

    private int selectedComplexity(String folder) throws IOException {
        return front(folder).stream()
                .filter(line -> line.endsWith(",true"))
                .mapToInt(line -> Integer.parseInt(line.substring(0, line.indexOf(','))))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aMistakeInADefinitionIsOneLine() throws IOException, InterruptedException {
        write("two.csv", table(2, ",", "."));
        Outcome outcome = spolia.run("fit", "two.csv", "-y", "y", "--operators", "+,f", "--define", "f(x) = g(x)");
        assertThat(outcome.status()).isEqualTo(2);
        assertThat(outcome.err())
                .containsExactly("spolia: --define: the formula of 'f': Unknown function 'g' at position 1 of 'g(x)'");
        assertThat(spolia.run("fit", "two.csv", "-y", "y", "--operators", "+,f").err())
                .hasSize(1)
                .first()
                .asString()
                .contains("Unknown operator 'f'");
    }

    @Test
    void aMistakeInALimitIsOneLine() throws IOException, InterruptedException {
        write("two.csv", table(2, ",", "."));
        assertThat(spolia.run("fit", "two.csv", "-y", "y", "--units", "c1=m,y=m")
                        .err())
                .containsExactly("spolia: --units: column 'c2' has no unit; give c2=1 if it is a plain number, or leave"
                        + " the column out of --features");
        assertThat(spolia.run("fit", "two.csv", "-y", "y", "--constraints", "pow=1")
                        .err())
                .containsExactly("spolia: --constraints: needs a number for each of the 2 arguments of 'pow'");
        assertThat(spolia.run("fit", "two.csv", "-y", "y", "--elementwise-loss", "HuberLoss")
                        .err())
                .containsExactly("spolia: --elementwise-loss: 'HuberLoss' needs a parameter, as in HuberLoss(0.5)");
    }

    @Test
    void portableSqlIsRefusedForOperatorsThatDatabasesLack() throws IOException, InterruptedException {
        write("two.csv", table(1, ",", "."));
        Outcome outcome = spolia.run("fit", "two.csv", "-y", "y", "--operators", "+,li2", "--sql", "portable");
        assertThat(outcome.status()).isEqualTo(2);
        assertThat(outcome.err().get(0)).contains("--sql portable: operator 'li2' has no portable SQL");
    }

    @Test
    void withoutAnOutputFolderTheFilesGoToOut() throws IOException, InterruptedException {
        write("two.csv", table(1, ",", "."));
        assertThat(spolia.run("fit", "two.csv", "-y", "y", "--evaluations", "1000")
                        .status())
                .isZero();
        assertThat(folder.resolve("out/fit/two/hall_of_fame.csv")).exists();
    }

    @Test
    @Tag("slow")
    void givesTheSameBytesOnAnyJdkVectorWidthAndNumberOfThreads() throws IOException, InterruptedException {
        write("wide.csv", table(5, ",", "."));
        String reference = fitted("reference", "2");
        List<String> threads = List.of("1", "4");
        List<String> widths = List.of("-XX:UseAVX=2", "-XX:UseAVX=3");
        for (String jdk : new Launcher(folder).run("jdks").out()) {
            for (int i = 0; i < widths.size(); i++) {
                // An archive of classes for each JDK would cost more than it saves.
                spolia = new Launcher(folder)
                        .with("JAVA_HOME", jdk)
                        .with(Launcher.OPTIONS, widths.get(i) + " -Xshare:auto");
                assertThat(fitted("jdk", threads.get(i)))
                        .as(jdk + " " + widths.get(i) + " " + threads.get(i) + " threads")
                        .isEqualTo(reference);
            }
        }
    }

    @Test
    @Tag("slow")
    void anInterruptedFitResumesToTheSameBytes() throws IOException, InterruptedException {
        write("wide.csv", table(5, ",", "."));
        String reference = fitted("reference", "2", LONG);
        Path errors = folder.resolve("errors.txt");
        // Tests that are started in the background ignore the signal otherwise.
        spolia.within("env", "--default-signal=INT");
        Process process = spolia.start(errors, arguments("cut", "2", LONG));
        // Started early, because a short fit would end before the process starts.
        Process kill = new ProcessBuilder("sh", "-c", "read go; kill -INT " + process.pid()).start();
        List<String> lines = new ArrayList<>();
        try (BufferedReader reader =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                lines.add(line);
                // The header and the first line about an equation: the search is running.
                if (lines.size() == 2) {
                    kill.getOutputStream().close();
                    assertThat(kill.waitFor()).isZero();
                }
            }
        }
        assertThat(process.waitFor()).isEqualTo(130);
        assertThat(lines).anyMatch(line -> line.startsWith("interrupted; the front so far: "));
        assertThat(front("cut")).hasSizeGreaterThan(1);
        Outcome resumed = spolia.run(
                "fit",
                "wide.csv",
                "--target",
                "y",
                "--operators",
                OPERATORS,
                "--evaluations",
                LONG,
                "--threads",
                "1",
                "--resume",
                "cut");
        assertThat(resumed.status()).isZero();
        assertThat(Files.readString(folder.resolve("cut/hall_of_fame.csv"))).isEqualTo(reference);
    }

    private String[] arguments(String output, String threads, String evaluations) {
        return new String[] {
            "fit",
            "wide.csv",
            "--target",
            "y",
            "--operators",
            OPERATORS,
            "--evaluations",
            evaluations,
            "--threads",
            threads,
            "--output",
            output
        };
    }

    private String fitted(String output, String threads) throws IOException, InterruptedException {
        return fitted(output, threads, "50000");
    }

    private String fitted(String output, String threads, String evaluations) throws IOException, InterruptedException {
        Outcome outcome = spolia.run(arguments(output, threads, evaluations));
        assertThat(outcome.status()).as(outcome.lastError()).isZero();
        return Files.readString(folder.resolve(output).resolve("hall_of_fame.csv"));
    }

    private List<String> front(String output) throws IOException {
        List<String> lines = Files.readAllLines(folder.resolve(output).resolve("hall_of_fame.csv"));
        assertThat(lines.get(0)).isEqualTo("complexity,loss,equation,selected");
        assertThat(lines.stream().filter(line -> line.endsWith(",true"))).hasSize(1);
        return lines.subList(1, lines.size());
    }

    /** Too little memory to read the table, or to search it after reading. */
    @ParameterizedTest
    @ValueSource(strings = {"-Xmx64m", "-Xmx80m"})
    void tooLittleMemoryIsOneLineWithTheNeed(String memory) throws IOException, InterruptedException {
        StringBuilder text = new StringBuilder("a,b,c,d,e,f,g,h,i,j,k,l,y\n");
        for (int row = 0; row < 300_000; row++) {
            for (int column = 0; column < 12; column++) {
                text.append(row * (column + 3) % 97).append(',');
            }
            text.append(row % 89).append('\n');
        }
        write("large.csv", text.toString());

        Outcome outcome = new Launcher(folder)
                .with(Launcher.OPTIONS, Launcher.SHORT_LIVED + " " + memory)
                .run("fit", "large.csv", "-y", "y", "--evaluations", "2000", "--threads", "2");

        assertThat(outcome.status()).isEqualTo(2);
        assertThat(outcome.err())
                .filteredOn(line -> line.startsWith("spolia: "))
                .hasSize(1)
                .first()
                .asString()
                .matches(
                        "spolia: large.csv: about 300,\\d+ rows × 13 columns need about \\d+ MB of memory, but Java may use"
                                + " \\d+ MB; give it more, as in JDK_JAVA_OPTIONS=-Xmx1g ./spolia fit …, or take fewer columns.*");
        assertThat(outcome.err()).noneMatch(line -> line.contains("\tat ") || line.contains("Exception"));
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    /** Columns c1 … and y, a noisy function of the first two. */
    private static String table(int variables, String delimiter, String decimal) {
        SplittableRandom random = new SplittableRandom(variables);
        StringBuilder text = new StringBuilder();
        for (int i = 1; i <= variables; i++) {
            text.append('c').append(i).append(delimiter);
        }
        text.append("y\n");
        for (int row = 0; row < 80; row++) {
            double[] x = random.doubles(variables, 0.5, 3).toArray();
            for (double value : x) {
                text.append(Double.toString(value).replace(".", decimal)).append(delimiter);
            }
            double y = x[0] * Math.sin(x[Math.min(1, variables - 1)]) + 0.1 * random.nextDouble();
            text.append(Double.toString(y).replace(".", decimal)).append('\n');
        }
        return text.toString();
    }
}
