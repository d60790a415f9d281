package org.spolia.jobs.cli.stage;

import org.spolia.experiment.configuration.Stage;
import picocli.CommandLine.Command;

/** {@code score}. */
@Command(name = "score", description = "Score every expression that was found and not scored yet.")
public final class ScoreCommand extends RowStageCommand {
    ScoreCommand() {
        super(Stage.SCORE);
    }
}
