package org.spolia.jobs.cli.fit;

import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.spolia.experiment.ExperimentException;
import org.spolia.experiment.data.TrainingTable;
import org.spolia.experiment.fit.Preparation;
import picocli.CommandLine.Option;

/** The options of {@code fit} that change the table before the search; names as in PySR. */
final class PreparationFlags {
    @Option(
            names = "--select-k-features",
            paramLabel = "K",
            description = "keep the K variables that boosted trees use most; which ones is printed")
    private @Nullable Integer selectKFeatures;

    @Option(
            names = "--denoise",
            description = "fit the posterior mean of a Gaussian process in place of the target; how far it moved is"
                    + " printed")
    private boolean denoise;

    /** The table to fit. */
    TrainingTable apply(TrainingTable table) {
        OptionalInt kept = selectKFeatures == null ? OptionalInt.empty() : OptionalInt.of(selectKFeatures);
        try {
            return new Preparation(kept, denoise).apply(table, System.out::println);
        } catch (IllegalArgumentException e) {
            throw new ExperimentException("--select-k-features: " + e.getMessage(), e);
        }
    }
}
