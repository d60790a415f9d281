package org.spolia.jobs.cli.demo;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.spolia.experiment.ExperimentException;
import org.spolia.experiment.configuration.ExperimentConfig;
import org.spolia.experiment.report.Report;
import org.spolia.jobs.cli.common.SessionFlags;
import org.spolia.jobs.cli.inspect.BestEquations;
import org.spolia.jobs.cli.stage.StageRunner;
import org.spolia.jobs.pipeline.Stages;
import org.spolia.jobs.report.ReportStage;
import org.spolia.jobs.tables.Warehouse;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * {@code demo}: shards the sample files, then runs the quickstart from the plan to the scores, and prints the results.
 */
@Command(
        name = "demo",
        description =
                "Run configs/samples.yaml and configs/quickstart.yaml, and print the best equations next to the ground truth or the certified model.")
public final class DemoCommand implements Callable<Integer> {
    private static final List<String> QUESTIONS = List.of(
            "SELECT problem, seed, complexity, nmse_test, nmse_ood FROM leaderboard ORDER BY nmse_ood",
            "SELECT parameter_F, step, avg(A_mean) AS a FROM simulations.gray_scott GROUP BY ALL ORDER BY ALL",
            "SELECT object_id, ra, dec, size(spectrum_flux) AS pixels FROM surveys.desi");

    @Mixin
    private SessionFlags session = new SessionFlags();

    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            description = "override a key of the configuration, such as search.evaluations=100000")
    private Map<String, String> overrides = new LinkedHashMap<>();

    @Override
    public Integer call() {
        ExperimentConfig samples = ExperimentConfig.load(config("samples.yaml"), Map.of());
        ExperimentConfig experiment = ExperimentConfig.load(config("quickstart.yaml"), overrides);
        StageRunner runner = new StageRunner(session, false);
        runner.runOnce(samples, Stages.of(samples.stages()));
        runner.runOnce(experiment, Stages.of(experiment.stages()), warehouse -> report(warehouse, experiment));
        return 0;
    }

    private static Path config(String name) {
        Path file = Path.of(System.getProperty("spolia.home", "."), "configs", name);
        if (!Files.exists(file)) {
            throw new ExperimentException(
                    file + ": is missing; the demo needs the folder configs of a checkout or of an unpacked release");
        }
        return file;
    }

    private void report(Warehouse warehouse, ExperimentConfig config) {
        new BestEquations(warehouse, config).print(System.out);
        System.out.println();
        System.out.println("The report is "
                + ReportStage.page(warehouse, Report.TRIALS).toUri().getPath() + ", the tables are in "
                + session.warehouse() + ". Query them:");
        String command = System.getProperty("spolia.command", "./spolia");
        QUESTIONS.forEach(question ->
                System.out.println("  " + command + " sql " + session.warehouseFlag() + "\"" + question + "\""));
    }
}
