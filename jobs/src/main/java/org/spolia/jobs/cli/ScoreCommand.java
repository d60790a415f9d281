package org.spolia.jobs.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.spolia.experiment.configuration.Stage;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code score}. */
@Command(name = "score", description = "Score every expression that was found and not scored yet.")
final class ScoreCommand implements Callable<Integer> {
    @Mixin
    private SessionFlags session = new SessionFlags();

    @Mixin
    private ConfigFlags config = new ConfigFlags();

    @Mixin
    private ContinuousFlags continuous = new ContinuousFlags();

    @Override
    public Integer call() {
        continuous.run(new StageRunner(session), config.load(), List.of(Stage.SCORE));
        return 0;
    }
}
