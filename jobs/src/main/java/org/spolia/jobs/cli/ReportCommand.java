package org.spolia.jobs.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.spolia.experiment.configuration.Stage;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code report}. */
@Command(name = "report", description = "Write what the tables say about an experiment as one HTML page.")
final class ReportCommand implements Callable<Integer> {
    @Mixin
    private SessionFlags session = new SessionFlags();

    @Mixin
    private ConfigFlags config = new ConfigFlags();

    @Override
    public Integer call() {
        new StageRunner(session).runOnce(config.load(), List.of(Stage.REPORT));
        return 0;
    }
}
