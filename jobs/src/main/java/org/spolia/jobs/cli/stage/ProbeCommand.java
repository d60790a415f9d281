package org.spolia.jobs.cli.stage;

import org.spolia.experiment.configuration.Stage;
import picocli.CommandLine.Command;

/** {@code probe}. */
@Command(
        name = "probe",
        description =
                "Say what frozen vectors are worth: how well light heads foretell a target from them, by the number of labels.")
public final class ProbeCommand extends StageCommand {
    ProbeCommand() {
        super(Stage.PROBE);
    }
}
