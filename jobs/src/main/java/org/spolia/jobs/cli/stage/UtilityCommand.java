package org.spolia.jobs.cli.stage;

import org.spolia.experiment.configuration.Stage;
import picocli.CommandLine.Command;

/** {@code utility}. */
@Command(
        name = "utility",
        description =
                "Say what each operator of the designs adds, in which field, and to which other field that carries over.")
public final class UtilityCommand extends StageCommand {
    UtilityCommand() {
        super(Stage.UTILITY);
    }
}
