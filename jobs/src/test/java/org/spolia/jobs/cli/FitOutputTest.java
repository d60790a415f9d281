package org.spolia.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The output of {@code fit} on the screen. */
class FitOutputTest {
    @TempDir
    Path folder;

    /**
     * Equivalent models with slightly more loss, exact laws and noise: the selected equation is always a row of the
     * table, marked, and printed at the end.
     */
    @ParameterizedTest
    @ValueSource(longs = {0, 1, 2, 3, 4, 5})
    void theSelectedEquationIsMarkedAndPrintedAtTheEnd(long seed) throws IOException {
        Random random = new Random(seed);
        StringBuilder text = new StringBuilder("a,b,y\n");
        for (int row = 0; row < 40; row++) {
            double a = 1 + random.nextDouble();
            double b = 1 + random.nextDouble();
            double noise = seed % 2 == 0 ? 0 : 0.02 * random.nextGaussian();
            text.append(a)
                    .append(',')
                    .append(b)
                    .append(',')
                    .append(a * b + a + noise)
                    .append('\n');
        }
        Files.writeString(folder.resolve("data.csv"), text);

        List<String> out = fit("y", "--evaluations", "3000", "--seed", String.valueOf(seed));

        List<String> marked = out.stream().filter(line -> line.startsWith("> ")).toList();
        assertThat(marked).hasSize(1);
        String equation = marked.get(0).replaceFirst("^>\\s+\\d+\\s+\\S+\\s+", "");
        List<String> end = out.subList(out.size() - 5, out.size());
        assertThat(end.get(0)).isEqualTo("chosen   y = " + equation);
        assertThat(end.get(1))
                .matches("error    \\S+ ± \\S+ \\(root mean square ± its standard error\\), at most \\S+");
        assertThat(end.get(2)).matches("         \\S+ % of the standard deviation of y \\(\\S+\\); R² \\S+");
        assertThat(end.get(3)).startsWith("files    " + folder.resolve("out/hall_of_fame.csv"));
        assertThat(end.get(4)).isEqualTo("         model.json, model.tex, model.sql and Model.java next to it");
        assertThat(Files.readAllLines(folder.resolve("out/hall_of_fame.csv")))
                .filteredOn(line -> line.endsWith(",true"))
                .hasSize(1);
    }

    @Test
    void columnsKeepTheirNamesOnTheScreen() throws IOException {
        StringBuilder text = new StringBuilder("Volume (L),Δt,lambda,Pressure [kPa]\n");
        for (int row = 1; row <= 30; row++) {
            double volume = 1 + 0.25 * row;
            double delta = 1 + row % 7;
            double wave = 1 + row % 3;
            text.append(volume)
                    .append(',')
                    .append(delta)
                    .append(',')
                    .append(wave)
                    .append(',');
            text.append(2 * Math.PI * delta * wave / volume - 0.003).append('\n');
        }
        Files.writeString(folder.resolve("data.csv"), text);

        List<String> out = fit("Pressure [kPa]", "--evaluations", "20000");

        assertThat(out.get(1))
                .isEqualTo("names in the files, in --guesses and in --template: x1 = \"Volume (L)\", x3 = \"lambda\"");
        assertThat(out)
                .anyMatch(line -> line.startsWith("chosen   \"Pressure [kPa]\" = ")
                        && line.contains("2*pi")
                        && line.contains("\"Volume (L)\"")
                        && line.contains("\"lambda\"")
                        && line.contains("Δt")
                        && line.contains("- 0.003"));
        assertThat(out).contains("names    x1 = \"Volume (L)\", x3 = \"lambda\" in the files");
        assertThat(out).noneMatch(line -> line.contains("6.283") || line.contains("(-"));
        assertThat(Files.readString(folder.resolve("out/hall_of_fame.csv")))
                .contains("*(2*pi) - 0.00", "x1")
                .doesNotContain("(-0.00");
        assertThat(Files.readString(folder.resolve("out/model.tex"))).contains("\\pi");
    }

    @Test
    void otherLossesThanSquaresAreNamed() throws IOException {
        StringBuilder text = new StringBuilder("x,y\n");
        for (int row = 1; row <= 30; row++) {
            text.append(row).append(',').append(3 * row + row % 4).append('\n');
        }
        Files.writeString(folder.resolve("data.csv"), text);

        List<String> out = fit("y", "--evaluations", "2000", "--elementwise-loss", "L1DistLoss()");

        assertThat(out)
                .anyMatch(line -> line.matches(
                        "error    \\S+ ± \\S+ \\(mean of L1DistLoss\\(\\) over the rows ± its standard error\\)"));
    }

    @Test
    void valuesByCategoryArePrintedWithTheirCategories() throws IOException {
        StringBuilder text = new StringBuilder("site,dose (mg),y\n");
        for (int row = 0; row < 60; row++) {
            double slope = row % 2 == 0 ? 2.5 : 4.25;
            text.append(row % 2 == 0 ? "Köln" : "Rome").append(',').append(row).append(',');
            text.append(slope * row).append('\n');
        }
        Files.writeString(folder.resolve("data.csv"), text);

        List<String> out = fit("y", "--evaluations", "3000", "--category", "site");

        assertThat(out).anyMatch(line -> line.matches("         p1 = \\S+ for Köln, \\S+ for Rome"));
        assertThat(out).anyMatch(line -> line.startsWith("         f(\"dose (mg)\", p1) = "));
    }

    @Test
    void aConstantIsCalledOne() throws IOException {
        StringBuilder text = new StringBuilder("x,y\n");
        for (int row = 0; row < 40; row++) {
            text.append(row).append(',').append(row * 7919 % 13).append('\n');
        }
        Files.writeString(folder.resolve("data.csv"), text);

        assertThat(fit("y", "--evaluations", "1000"))
                .contains("         a constant: no column was found to explain y")
                .anyMatch(line -> line.startsWith("         100 % of the standard deviation of y"));
    }

    @Test
    void anEquationThatIsNotProvenToHaveAValueEverywhereSaysSo() throws IOException {
        StringBuilder text = new StringBuilder("x,y\n");
        for (int row = 0; row < 60; row++) {
            double x = (row - 29.3) / 30;
            text.append(x).append(',').append(2 / x).append('\n');
        }
        Files.writeString(folder.resolve("data.csv"), text);

        assertThat(fit("y", "--evaluations", "2000", "--allow-gaps"))
                .contains("chosen   y = 2/x")
                .contains("range    a finite value at all 8,192 points checked between the rows, but no proof");
    }

    private List<String> fit(String target, String... more) {
        Captured result = Captured.run(Stream.concat(
                        Stream.of(
                                "fit",
                                folder.resolve("data.csv").toString(),
                                "-y",
                                target,
                                "--operators",
                                "+,-,*,/",
                                "--output",
                                folder.resolve("out").toString()),
                        Arrays.stream(more))
                .toArray(String[]::new));
        assertThat(result.exitCode()).as(result.toString()).isZero();
        return result.out();
    }
}
