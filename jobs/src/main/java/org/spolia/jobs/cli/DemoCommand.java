package org.spolia.jobs.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.spolia.experiment.ExperimentException;
import org.spolia.experiment.configuration.ExperimentConfig;
import org.spolia.jobs.stages.ReportStage;
import org.spolia.jobs.tables.Warehouse;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code demo}: the quickstart from the plan to the scores, and what it found. */
@Command(
        name = "demo",
        description =
                "Run configs/quickstart.yaml and print the best equations beside the truth or the certified model.")
final class DemoCommand implements Callable<Integer> {
    @Mixin
    private SessionFlags session = new SessionFlags();

    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            description = "another value for a key of the configuration, such as search.evaluations=100000")
    private Map<String, String> overrides = new LinkedHashMap<>();

    @Override
    public Integer call() {
        ExperimentConfig config = ExperimentConfig.load(quickstart(), overrides);
        new StageRunner(session, false)
                .runOnce(config, config.stages().stream().sorted().toList(), warehouse -> report(warehouse, config));
        return 0;
    }

    private static Path quickstart() {
        Path file = Path.of(System.getProperty("spolia.home", "."), "configs", "quickstart.yaml");
        if (!Files.exists(file)) {
            throw new ExperimentException(file + ": is missing; the demo runs from a clone of the project");
        }
        return file;
    }

    private void report(Warehouse warehouse, ExperimentConfig config) {
        new BestEquations(warehouse, config).print(System.out);
        System.out.println();
        System.out.println(
                "The report is " + ReportStage.page(warehouse).toUri().getPath() + ", the tables are in "
                        + session.warehouse() + ". Ask them:");
        System.out.println("  ./spolia sql " + session.warehouseFlag()
                + "\"SELECT problem, seed, complexity, nmse_test, nmse_ood FROM leaderboard ORDER BY nmse_ood\"");
    }
}
