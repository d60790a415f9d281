package org.spolia.jobs.cli.stage;

import org.spolia.experiment.configuration.Stage;
import picocli.CommandLine.Command;

/** {@code report}. */
@Command(name = "report", description = "Write what the tables say about an experiment as one HTML page.")
public final class ReportCommand extends StageCommand {
    ReportCommand() {
        super(Stage.REPORT);
    }
}
