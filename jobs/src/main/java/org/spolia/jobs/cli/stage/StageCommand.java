package org.spolia.jobs.cli.stage;

import java.util.List;
import java.util.concurrent.Callable;
import org.spolia.experiment.configuration.ExperimentConfig;
import org.spolia.experiment.configuration.Stage;
import org.spolia.jobs.cli.common.ConfigFlags;
import org.spolia.jobs.cli.common.SessionFlags;
import picocli.CommandLine.Mixin;

/** A command that runs one stage of an experiment to its end. */
abstract class StageCommand implements Callable<Integer> {
    private final Stage stage;

    @Mixin
    private SessionFlags session = new SessionFlags();

    @Mixin
    private ConfigFlags config = new ConfigFlags();

    StageCommand(Stage stage) {
        this.stage = stage;
    }

    @Override
    public final Integer call() {
        run(runner(session), config.load(), List.of(stage));
        return 0;
    }

    StageRunner runner(SessionFlags flags) {
        return new StageRunner(flags, false);
    }

    void run(StageRunner runner, ExperimentConfig experiment, List<Stage> stages) {
        runner.runOnce(experiment, stages);
    }
}
