package org.spolia.jobs.cli.stage;

import org.spolia.experiment.configuration.Stage;
import picocli.CommandLine.Command;

/** {@code sky}. */
@Command(
        name = "sky",
        description = "Pair the objects of surveys that are at one place on the sky, in the table sky_matches.")
public final class SkyCommand extends StageCommand {
    SkyCommand() {
        super(Stage.SKY);
    }
}
