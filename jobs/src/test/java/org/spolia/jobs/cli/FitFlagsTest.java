package org.spolia.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The options of {@code fit} on the command line. */
class FitFlagsTest {
    @TempDir
    Path folder;

    @BeforeEach
    void writeTable() throws IOException {
        StringBuilder text = new StringBuilder("a,b,y\n");
        for (int row = 0; row < 60; row++) {
            double a = 1 + 0.05 * row;
            double b = 2 + (row * 7 % 11) * 0.3;
            text.append(a).append(',').append(b).append(',');
            text.append(a * b / (a + b) + 0.01 * (row % 5)).append('\n');
        }
        Files.writeString(folder.resolve("data.csv"), text);
    }

    @Test
    void optionsOfTheEvolutionChangeTheSearch() throws IOException {
        String usual = front("usual");
        assertThat(front("again", "--crossover-probability", "0.2", "--mutation-weights", "add-node=2.47"))
                .isEqualTo(usual);
        assertThat(front("other", "--crossover-probability", "0.9", "--mutation-weights", "add_node=5,rotate_tree=0"))
                .isNotEqualTo(usual);
        String[] plain = {
            "--evolution",
            "plain",
            "--precision",
            "32",
            "--population-size",
            "30",
            "--ncycles-per-iteration",
            "50",
            "--tournament-selection-n",
            "10",
            "--tournament-selection-p",
            "0.9",
            "--fraction-replaced",
            "0.1",
            "--fraction-replaced-hof",
            "0",
            "--topn",
            "3",
            "--no-annealing",
            "--no-use-frequency",
            "--no-use-frequency-in-tournament",
            "--adaptive-parsimony-scaling",
            "20",
            "--perturbation-factor",
            "0.5",
            "--probability-negate-constant",
            "0.1",
            "--optimize-probability",
            "0.3",
            "--optimizer-iterations",
            "5",
            "--warmup-maxsize-by",
            "0.2",
            "--batch-size",
            "40",
            "--alpha",
            "1"
        };
        assertThat(front("plain", plain)).isNotEqualTo(usual);
    }

    /** As in PySR: a search and a hall of fame for each target, equal to those of a fit of this target only. */
    @Test
    void severalTargetsAreFittedInTurn() throws IOException {
        Path both = folder.resolve("both");
        Captured result = run("--target", "y,b", "--output", both.toString());
        assertThat(result.exitCode()).as(result.toString()).isZero();
        assertThat(result.out()).contains("target 1 of 2: y", "target 2 of 2: b");
        for (String target : List.of("y", "b")) {
            Path alone = folder.resolve("alone-" + target);
            run("--target", target, "--output", alone.toString(), "--features", "a");
            for (String file : List.of("hall_of_fame.csv", "model.json", "model.sql", "Model.java")) {
                assertThat(both.resolve(target.equals("y") ? "output1" : "output2")
                                .resolve(file))
                        .hasSameTextualContentAs(alone.resolve(file));
            }
        }

        Captured predicted = Captured.run("fit", data(), "--apply", both.toString());
        assertThat(predicted.out()).hasSize(61).startsWith("y,b");
        List<String> first = Captured.run(
                        "fit", data(), "--apply", folder.resolve("alone-y").toString())
                .out();
        List<String> second = Captured.run(
                        "fit", data(), "--apply", folder.resolve("alone-b").toString())
                .out();
        assertThat(predicted.out().get(7)).isEqualTo(first.get(7) + "," + second.get(7));

        String reached = Files.readString(both.resolve("output1/hall_of_fame.csv"));
        // As if the second one had not begun.
        Files.delete(both.resolve("output2/search.state"));
        Files.delete(both.resolve("output2/hall_of_fame.csv"));
        assertThat(run("--target", "y,b", "--resume", both.toString()).exitCode())
                .isZero();
        assertThat(Files.readString(both.resolve("output1/hall_of_fame.csv"))).isEqualTo(reached);
        assertThat(both.resolve("output2/hall_of_fame.csv"))
                .hasSameTextualContentAs(folder.resolve("alone-b/hall_of_fame.csv"));

        assertThat(run("--target", "y", "--resume", both.toString()).err())
                .containsExactly("spolia: " + both
                        + "/outputs.json: has fits of y,b; give the same --target, or start again without --resume");
        assertThat(run("--target", "y", "--output", both.toString()).exitCode()).isZero();
        assertThat(Captured.run("fit", data(), "--apply", both.toString()).out().get(0))
                .isEqualTo("y");
    }

    private Captured run(String... more) {
        return Captured.run(Stream.concat(
                        Stream.of("fit", data(), "--evaluations", "2000", "--seed", "3", "--operators", "+,*,/"),
                        Arrays.stream(more))
                .toArray(String[]::new));
    }

    private String data() {
        return folder.resolve("data.csv").toString();
    }

    @Test
    void equationsWithWrongDimensionsGetThePenaltyOfTheUser() throws IOException {
        String[] units = {"--units", "a=m,b=s,y=m", "--dimensionless-constants-only"};
        assertThat(front("forbidden", units)).doesNotContain("b");
        String penalised = front(
                "penalised",
                Stream.concat(Arrays.stream(units), Stream.of("--dimensional-constraint-penalty", "1e-9"))
                        .toArray(String[]::new));
        assertThat(penalised).contains("b");
    }

    /** A guess gives the form, and the search fits its constants. */
    @Test
    void constantsOfGuessesAreFitted() throws IOException {
        StringBuilder text = new StringBuilder("x,y\n");
        for (int row = 1; row <= 40; row++) {
            double x = 0.25 * row;
            text.append(x)
                    .append(',')
                    .append(37.25 * Math.exp(-0.4375 * x) + 5.5)
                    .append('\n');
        }
        Files.writeString(folder.resolve("decay.csv"), text);
        for (String guess : List.of("a*exp(b*x) + c", "?*exp(?*x) + ?")) {
            Captured result = Captured.run(
                    "fit",
                    folder.resolve("decay.csv").toString(),
                    "-y",
                    "y",
                    "--operators",
                    "+,*,exp",
                    "--evaluations",
                    "3000",
                    "--guesses",
                    guess,
                    "--output",
                    folder.resolve("guessed").toString());
            assertThat(result.exitCode()).as(result.toString()).isZero();
            assertThat(result.out())
                    .anyMatch(line -> line.startsWith("chosen   y = ")
                            && line.contains("37.25*exp(-0.4375*x)")
                            && line.contains("5.5"));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            +,sinn                   | did you mean 'sin', 'sinh', 'sign'?
            +,ln                     | here it is 'log'
            +,hil                    | did you mean 'hill'
            +,zzzzzz                 | known are hill, +, -,
            '+,f(x) = x*x'           | define an operator of your own with --define 'NAME(x) = FORMULA'
            """)
    void unknownOperatorsGetNearNames(String operators, String line) {
        Captured result =
                Captured.run("fit", data(), "-y", "y", "--define", "hill(x) = x/(x+1)", "--operators", operators);
        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.err())
                .hasSize(1)
                .first()
                .asString()
                .startsWith("spolia: --operators: Unknown operator '")
                .contains("'; " + line);
    }

    @Test
    void textColumnsAreNamedAndLeftOut() throws IOException {
        Files.writeString(
                folder.resolve("text.csv"), "Sample ID,x1,x2,kind,y\nA1,1,5,u,2\nA2,2,3,v,4\nA3,3,4,u,6\nA4,4,1,v,8\n");
        String text = folder.resolve("text.csv").toString();

        assertThat(Captured.run("fit", text, "-y", "y").err())
                .containsExactly(
                        "spolia: " + text + ": columns 'Sample ID', 'kind' hold 'A1', 'u', not numbers;"
                                + " leave them out with --exclude 'Sample ID,kind', or name the columns to use with --features");
        assertThat(Captured.run("fit", text, "-y", "kind", "--features", "x*").err())
                .hasSize(1)
                .first()
                .asString()
                .contains("the target 'kind' holds 'u', not numbers");
        String[] ways = {"--exclude", "Sample ID,kind", "--exclude", "S*,k*", "--features", "x?", "--features", "x1,x2"
        };
        for (int way = 0; way < ways.length; way += 2) {
            Captured result = Captured.run(
                    "fit",
                    text,
                    "-y",
                    "y",
                    ways[way],
                    ways[way + 1],
                    "--evaluations",
                    "500",
                    "--output",
                    folder.resolve("text").toString());
            assertThat(result.exitCode()).as(result.toString()).isZero();
            assertThat(result.out()).anyMatch(line -> line.contains("4 rows × 2 variables"));
        }
    }

    /** Units of unused columns are neither required nor refused. */
    @Test
    void unitsAreForTheColumnsThatAreUsed() throws IOException {
        assertThat(front("needed", "--exclude", "b", "--units", "a=m,y=m")).doesNotContain("b");
        assertThat(front("known", "--exclude", "b", "--units", "a=m,b=s,y=m")).doesNotContain("b");
    }

    private String front(String output, String... more) throws IOException {
        Captured result = fit(Stream.concat(
                        Stream.of(
                                "--evaluations",
                                "3000",
                                "--populations",
                                "4",
                                "--output",
                                folder.resolve(output).toString()),
                        Arrays.stream(more))
                .toArray(String[]::new));
        assertThat(result.exitCode()).as(result.toString()).isZero();
        return Files.readString(folder.resolve(output).resolve("hall_of_fame.csv"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --mutation-weights add=1 | --mutation-weights: 'add' is not a mutation; mutations are mutate_constant,
            --crossover-probability 2 | --crossover-probability must be from 0 to 1: 2
            --tournament-selection-n 0 | --tournament-selection-n must be >= 1: 0
            --population-size 1 | --population-size must be from 2 to 10000: 1
            --batch-size 0 | --batch-size must be >= 1: 0
            --optimizer-iterations -1 | --optimizer-iterations must be >= 0: -1
            --optimize-probability 0.5 | --optimize-probability 0.5: needs --evolution plain;
            --evolution pysr | --evolution 'pysr': must be fitted or plain
            --dimensional-constraint-penalty 5 | --dimensional-constraint-penalty 5.0: needs --units; give them, or leave it out
            --units a=m,b=m,y=m --dimensional-constraint-penalty -1 | --dimensional-constraint-penalty -1.0: must be >= 0 and finite;
            -y a,y | --target: 'y' is given twice; give each column once
            --precision 16 | --precision 16: must be 32 or 64
            --niterations 40 | 'niterations' is a name of PySR; here the budget is --seconds N or --evaluations N; see
            --binary_operators=+ | 'binary_operators' is a name of PySR; here --operators '+,-,*,/,sin' lists operators
            --unary-operators sin | 'unary-operators' is a name of PySR; here --operators
            --maxsize 20 | no option '--maxsize'; here it is --max-size; see
            --population_size 20 | no option '--population_size'; here it is --population-size; see
            --loss L1DistLoss() | 'loss' is a name of PySR; here it is --elementwise-loss LOSS
            --random_state 0 | 'random_state' is a name of PySR; here it is --seed N
            --procs 4 | 'procs' is a name of PySR; here it is --threads N
            niterations=40 | 'niterations' is a name of PySR; here the budget is
            --secnods 4 | no option '--secnods'; did you mean --seconds
            --complexity-of-operators sinn=2 | --complexity-of-operators: Unknown operator 'sinn'; did you mean 'sin'
            --constraints exq=2 | --constraints: Unknown operator 'exq'; did you mean 'exp'
            --nested-constraints sin:cosh2=0 | --nested-constraints: Unknown operator 'cosh2'; did you mean 'cosh'
            --units a=m,c=m,y=m | --units: no column 'c'; known: a, b, y
            --units a=m | --units: columns 'b', 'y' have no units; give b=1,y=1 if they are plain numbers, or leave
            --exclude c* | --exclude:
            --thousands x | Thousands separator is 'x'; must be
            """)
    void mistakesAreOneLine(String arguments, String line) {
        Captured result = fit(arguments.split(" "));
        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.err()).hasSize(1).first().asString().startsWith("spolia: " + line);
    }

    private Captured fit(String... more) {
        return Captured.run(
                Stream.concat(Stream.of("fit", data(), "-y", "y", "--operators", "+,*,/"), Arrays.stream(more))
                        .toArray(String[]::new));
    }
}
