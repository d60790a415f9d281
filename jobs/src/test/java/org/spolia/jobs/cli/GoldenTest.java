package org.spolia.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spolia.experiment.configuration.ExperimentConfig;
import org.spolia.experiment.planning.Planner;
import org.spolia.experiment.row.Trial;
import org.spolia.jobs.Golden;

/** Ids of trials and the bytes of a front, which no refactoring may change. */
class GoldenTest {
    private static final Path ROOT = Path.of(System.getProperty("spolia.root"));

    @Test
    void trialsOfTheQuickstartKeepTheirIds() throws IOException {
        List<Trial> trials = Planner.plan(ExperimentConfig.load(ROOT.resolve("configs/quickstart.yaml"), Map.of()))
                .trials();
        Golden.assertSame(
                "quickstart.trials",
                trials.stream().map(Trial::trialId).sorted().toList());
    }

    @Test
    void theFrontOfAFitKeepsItsBytes(@TempDir Path folder) throws IOException {
        Captured fit = Captured.run(
                "fit",
                ROOT.resolve("configs/problems/nist/misra1a.csv").toString(),
                "--target",
                "y",
                "--evaluations",
                "20000",
                "--seed",
                "3",
                "--output",
                folder.toString());
        assertThat(fit.exitCode()).as(fit.toString()).isZero();
        Golden.assertSame("hall_of_fame.csv", Files.readAllLines(folder.resolve("hall_of_fame.csv")));
    }
}
