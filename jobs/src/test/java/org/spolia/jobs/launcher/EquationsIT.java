package org.spolia.jobs.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spolia.jobs.FoundLaw;
import org.spolia.jobs.launcher.Launcher.Outcome;

/** The equations of configs/pde.yaml, found by the command in its first lines. */
@Tag("slow")
class EquationsIT {
    @TempDir
    Path folder;

    @Test
    void theEquationsOfTheSamplesAreRediscovered() throws Exception {
        Launcher quick = new Launcher(folder).with(Launcher.OPTIONS, Launcher.SHORT_LIVED_WITH_SPARK);
        run(quick, "shard, features");
        // Here the optimising compiler is worth its cost.
        run(new Launcher(folder).with(Launcher.OPTIONS, Launcher.DEFAULTS), "plan, search");
        Outcome asked = quick.run(
                "sql",
                "--format",
                "csv",
                "SELECT expression FROM candidates JOIN trials USING (trial_id) JOIN problems USING (problem_id) "
                        + "WHERE selected ORDER BY name");
        List<String> laws = asked.out().subList(1, asked.out().size());
        assertThat(laws).as(asked.lastError()).hasSize(4);

        FoundLaw exact = new FoundLaw(laws.get(0), List.of("u", "u_x", "u_xx", "u_xxx"));
        exact.hasSlope("u_x", -0.7, 0.01);
        exact.hasSlope("u_xx", 0.05, 0.01);
        FoundLaw noisy = new FoundLaw(laws.get(1), List.of("u", "u_x", "u_xx", "u_u_x"));
        noisy.hasSlope("u_x", -0.7, 0.05);
        noisy.hasSlope("u_xx", 0.05, 0.05);
        FoundLaw first = new FoundLaw(laws.get(2), List.of("A", "B", "lap_A", "AB", "AAB", "ABB"));
        hasSlopes(first, 0.029, -0.029, 0, 2e-5, 0, 0, -1);
        FoundLaw second = new FoundLaw(laws.get(3), List.of("A", "B", "lap_B", "AB", "AAB", "ABB"));
        hasSlopes(second, 0, 0, -0.086, 1e-5, 0, 0, 1);
    }

    private static void run(Launcher spolia, String stages) throws IOException, InterruptedException {
        String config = Launcher.ROOT.resolve("configs/pde.yaml").toString();
        Outcome run = spolia.run("run", config, "--set", "seeds=[0]", "--set", "stages=[" + stages + "]");
        assertThat(run.status()).as(run.lastError()).isZero();
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
