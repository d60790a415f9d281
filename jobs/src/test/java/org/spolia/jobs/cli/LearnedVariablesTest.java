package org.spolia.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spolia.jobs.TestWarehouse;
import org.spolia.jobs.WithSpark;

/** One command finds the laws of two parts, and then the law of a whole with the variables that the parts use. */
@WithSpark
@Tag("slow")
class LearnedVariablesTest {
    private static final String VARIABLES = Stream.of("a", "b", "c", "d", "e", "f")
            .map(name -> "{name: " + name + ", train: [1, 2]}")
            .toList()
            .toString();
    private static final String NOTHING = "0*(a + b + c + d + e + f)";

    @TempDir
    private Path folder;

    @Test
    void aRunLearnsTheVariablesOfTheWholeFromTheParts(SparkSession spark) throws IOException {
        assertThat(spark).as("the session that all commands find").isNotNull();
        TestWarehouse.create(spark, folder.resolve("out"));
        Files.writeString(folder.resolve("problems.yaml"), """
                field: own
                problems:
                  - {id: own.whole, formula: 'a*b + d + %1$s', target: {name: y}, variables: %2$s}
                  - {id: own.part_product, formula: 'a*b + %1$s', target: {name: y}, variables: %2$s}
                  - {id: own.part_term, formula: 'd + %1$s', target: {name: y}, variables: %2$s}
                """.formatted(NOTHING, VARIABLES));
        String config = Files.writeString(folder.resolve("own.yaml"), """
                        name: own
                        stages: [plan, search, score]
                        problems: {files: [problems.yaml]}
                        learned-variables: [{problems: [own.whole], from: ['own.part*']}]
                        operator-sets: [{name: small, operators: [+, "*"]}]
                        data: {train-rows: 20, test-rows: 5}
                        search: {evaluations: 2000, max-size: 7}
                        """).toString();

        Captured run = spolia("run", config);
        assertThat(run.err()).isEmpty();
        assertThat(run.out())
                .containsSubsequence(
                        "plan    3 of 3 trials added",
                        "plan    more trials follow when the laws of own.part_product, own.part_term are scored; run plan again then",
                        "search  3/3 trials",
                        "score   3/3 trials",
                        "plan    2 of 5 trials added",
                        "search  5/5 trials",
                        "score   5/5 trials");
        List<String> chosen = spolia(
                        "sql",
                        "--format",
                        "csv",
                        "SELECT variable_choice AS choice, concat_ws(' ', variables) AS variables FROM trials"
                                + " JOIN problems USING (problem_id) JOIN experiment_trials USING (trial_id)"
                                + " WHERE name = 'own.whole' ORDER BY choice")
                .out();
        assertThat(chosen).hasSize(4).startsWith("choice,variables", "all,a b c d e f");
        // A term that corrects rounding may be in such a law too.
        List<String> learned = List.of(chosen.get(2).replace("learned,", "").split(" "));
        List<String> random = List.of(chosen.get(3).replace("random,", "").split(" "));
        assertThat(learned).contains("a", "b", "d").hasSizeLessThan(6);
        assertThat(random).hasSize(6 - learned.size()).doesNotContainAnyElementsOf(learned);
    }

    private Captured spolia(String... arguments) {
        return Captured.run(Stream.concat(Arrays.stream(arguments), Stream.of("--warehouse=" + folder.resolve("out")))
                .toArray(String[]::new));
    }
}
