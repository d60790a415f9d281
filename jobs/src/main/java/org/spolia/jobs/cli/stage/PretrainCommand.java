package org.spolia.jobs.cli.stage;

import org.spolia.experiment.configuration.Stage;
import picocli.CommandLine.Command;

/** {@code pretrain}. */
@Command(
        name = "pretrain",
        description =
                "Let small encoders learn from frames without labels, where the tables have changed: the table pretrainings.")
public final class PretrainCommand extends StageCommand {
    PretrainCommand() {
        super(Stage.PRETRAIN);
    }
}
