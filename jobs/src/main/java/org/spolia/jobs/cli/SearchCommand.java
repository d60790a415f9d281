package org.spolia.jobs.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.spolia.experiment.configuration.Stage;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code search}. */
@Command(name = "search", description = "Run every trial of the warehouse that has not run yet.")
final class SearchCommand implements Callable<Integer> {
    @Mixin
    private SessionFlags session = new SessionFlags();

    @Mixin
    private ConfigFlags config = new ConfigFlags();

    @Mixin
    private ContinuousFlags continuous = new ContinuousFlags();

    @Override
    public Integer call() {
        continuous.run(new StageRunner(session), config.load(), List.of(Stage.SEARCH));
        return 0;
    }
}
