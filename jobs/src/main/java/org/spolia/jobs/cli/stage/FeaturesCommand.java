package org.spolia.jobs.cli.stage;

import org.spolia.experiment.configuration.Stage;
import picocli.CommandLine.Command;

/** {@code features}. */
@Command(
        name = "features",
        description =
                "Make rows for regressions, derivatives for example, of what is new in simulations.NAME and surveys.NAME.")
public final class FeaturesCommand extends RowStageCommand {
    FeaturesCommand() {
        super(Stage.FEATURES);
    }
}
