package org.spolia.jobs.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.spolia.experiment.configuration.Stage;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code plan}. */
@Command(name = "plan", description = "Write the trials of an experiment and their data.")
final class PlanCommand implements Callable<Integer> {
    @Mixin
    private SessionFlags session = new SessionFlags();

    @Mixin
    private ConfigFlags config = new ConfigFlags();

    @Override
    public Integer call() {
        new StageRunner(session).runOnce(config.load(), List.of(Stage.PLAN));
        return 0;
    }
}
