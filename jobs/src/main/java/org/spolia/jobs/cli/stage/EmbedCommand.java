package org.spolia.jobs.cli.stage;

import org.spolia.experiment.configuration.Stage;
import picocli.CommandLine.Command;

/** {@code embed}. */
@Command(
        name = "embed",
        description =
                "Make vectors of frames and objects with encoders, where there are none yet: the table embeddings.")
public final class EmbedCommand extends RowStageCommand {
    EmbedCommand() {
        super(Stage.EMBED);
    }
}
