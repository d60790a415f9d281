package org.spolia.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spolia.jobs.FoundLaw;
import org.spolia.jobs.WithSpark;

/** The equations of a reaction in configs/pde.yaml, found by the command in its first lines. */
@Tag("slow")
@WithSpark
class EquationsTest {
    @TempDir
    Path folder;

    @Test
    void theEquationsOfAReactionAreRediscovered(SparkSession spark) {
        assertThat(spark).as("the session that all commands find").isNotNull();
        spolia(
                "run",
                Path.of(System.getProperty("spolia.root"), "configs/pde.yaml").toString(),
                "--set",
                "seeds=[0]",
                "--set",
                "problems.include=[pde.gray_scott_*]",
                "--set",
                "stages=[shard, features, plan, search]");
        Captured asked = spolia(
                "sql",
                "--format",
                "csv",
                "SELECT expression FROM candidates JOIN trials USING (trial_id) JOIN problems USING (problem_id) "
                        + "WHERE selected ORDER BY name");
        List<String> laws = asked.out().subList(1, asked.out().size());
        assertThat(laws).as(asked.toString()).hasSize(2);

        FoundLaw first = new FoundLaw(laws.get(0), List.of("A", "B", "lap_A", "AB", "AAB", "ABB"));
        hasSlopes(first, 0.029, -0.029, 0, 2e-5, 0, 0, -1);
        FoundLaw second = new FoundLaw(laws.get(1), List.of("A", "B", "lap_B", "AB", "AAB", "ABB"));
        hasSlopes(second, 0, 0, -0.086, 1e-5, 0, 0, 1);
    }

    private Captured spolia(String... arguments) {
        Captured result =
                Captured.run(Stream.concat(Arrays.stream(arguments), Stream.of("--warehouse=" + folder.resolve("out")))
                        .toArray(String[]::new));
        assertThat(result.exitCode()).as(result.toString()).isZero();
        return result;
    }

    /**
     * Checks a constant and the coefficient of each variable within 1 %. Coefficients of absent terms must be small
     * compared with the others.
     */
    private static void hasSlopes(FoundLaw law, double constant, double... expected) {
        assertThat(law.at(new double[expected.length])).isCloseTo(constant, within(0.01 * Math.max(constant, 0.029)));
        for (int i = 0; i < expected.length; i++) {
            String variable = law.variables().get(i);
            if (expected[i] == 0) {
                assertThat(law.slope(variable))
                        .as(variable + " in " + law.text())
                        .isCloseTo(0, within(0.0003));
                continue;
            }
            law.hasSlope(variable, expected[i], 0.01);
        }
    }
}
