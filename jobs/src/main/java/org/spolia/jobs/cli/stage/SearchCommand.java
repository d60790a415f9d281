package org.spolia.jobs.cli.stage;

import org.spolia.experiment.configuration.Stage;
import picocli.CommandLine.Command;

/** {@code search}. */
@Command(name = "search", description = "Run every trial of the warehouse that has not run yet.")
public final class SearchCommand extends RowStageCommand {
    SearchCommand() {
        super(Stage.SEARCH);
    }
}
