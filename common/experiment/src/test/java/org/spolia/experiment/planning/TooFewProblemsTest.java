package org.spolia.experiment.planning;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spolia.experiment.configuration.ExperimentConfig;

class TooFewProblemsTest {
    private static final String LISTS = """
              - {name: plain, operators: [+, "*"]}
              - {name: roots, operators: [+, "*", sqrt]}
            """;
    private static final String DESIGN = """
              - {design: add-one-in, name: one, base: [+, "*"], optional: [sqrt, exp]}
            """;

    @TempDir
    Path folder;

    @Test
    void threeProblemsCannotTellTwoListsApart() {
        assertThat(warnings(LISTS, 3, 0))
                .containsExactly("3 problems cannot show a difference between operator sets: "
                        + "the least p of a sign-flip test is 0.25; this needs 6 problems for 0.05 or less");
        assertThat(warnings(LISTS, 1, 0)).singleElement().asString().startsWith("1 problem cannot");
    }

    @Test
    void moreListsTakeMoreProblems() {
        assertThat(warnings(LISTS, 6, 0)).isEmpty();
        assertThat(warnings(LISTS + "  - {name: waves, operators: [+, \"*\", sin]}\n", 6, 0))
                .containsExactly("6 problems cannot show a difference between operator sets: "
                        + "the least adjusted p of 2 sign-flip tests is 0.063; this needs 7 problems for 0.05 or less");
    }

    @Test
    void aDesignNamesTheFieldsThatAreTooSmall() {
        assertThat(warnings(DESIGN, 4, 0))
                .containsExactly("4 problems cannot show an effect in design 'one': "
                        + "the least p of a sign-flip test is 0.13; this needs 5 problems for 0.1 or less");
        assertThat(warnings(DESIGN, 6, 2))
                .containsExactly("design 'one' can show effects over all fields, but none in b (2 problems); "
                        + "this needs 5 problems in each field for 0.1 or less");
        assertThat(warnings(DESIGN, 5, 5)).isEmpty();
    }

    private List<String> warnings(String sets, int inA, int inB) {
        try {
            write("a", inA);
            write("b", inB);
            Path file = Files.writeString(
                    folder.resolve("experiment.yaml"),
                    "name: few\nproblems: {files: [a.yaml" + (inB > 0 ? ", b.yaml" : "")
                            + "], include: ['*']}\noperator-sets:\n" + sets);
            return TooFewProblems.warnings(ExperimentConfig.load(file, Map.of()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(String field, int problems) throws IOException {
        Files.writeString(
                folder.resolve(field + ".yaml"),
                "field: " + field + "\nproblems:\n"
                        + IntStream.range(0, problems)
                                .mapToObj(i -> "  - {id: " + field + ".p" + i + ", formula: " + (i + 2)
                                        + "*t, target: {name: s}, variables: [{name: t, train: [1, 2]}]}\n")
                                .collect(Collectors.joining()));
    }
}
