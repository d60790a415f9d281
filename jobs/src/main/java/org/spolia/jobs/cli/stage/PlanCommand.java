package org.spolia.jobs.cli.stage;

import org.spolia.experiment.configuration.Stage;
import picocli.CommandLine.Command;

/** {@code plan}. */
@Command(name = "plan", description = "Write the trials of an experiment and their data.")
public final class PlanCommand extends StageCommand {
    PlanCommand() {
        super(Stage.PLAN);
    }
}
