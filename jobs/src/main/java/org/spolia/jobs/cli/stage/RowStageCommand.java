package org.spolia.jobs.cli.stage;

import java.util.List;
import org.spolia.experiment.configuration.ExperimentConfig;
import org.spolia.experiment.configuration.Stage;
import picocli.CommandLine.Mixin;

/** A command that runs one stage over rows, to its end or for ever. */
abstract class RowStageCommand extends StageCommand {
    @Mixin
    private ContinuousFlags continuous = new ContinuousFlags();

    RowStageCommand(Stage stage) {
        super(stage);
    }

    @Override
    final void run(StageRunner runner, ExperimentConfig experiment, List<Stage> stages) {
        continuous.run(runner, experiment, stages);
    }
}
