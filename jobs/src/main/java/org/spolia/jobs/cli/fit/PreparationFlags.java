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
            description = "keep the K variables that boosted trees use most, and print them")
    private @Nullable Integer selectKFeatures;

    @Option(
            names = "--denoise",
            description =
                    "replace the target by the posterior mean of a Gaussian process, and print how far it" + " moved")
    private boolean denoise;

    /** Refuses what needs all rows in this process. */
    void requireForRows() {
        if (denoise) {
            throw new ExperimentException("--denoise: not with --spread rows, which changes no row; leave it out");
        }
    }

    /** Returns the table to fit. */
    TrainingTable apply(TrainingTable table) {
        OptionalInt kept = selectKFeatures == null ? OptionalInt.empty() : OptionalInt.of(selectKFeatures);
        try {
            return new Preparation(kept, denoise).apply(table, System.out::println);
        } catch (IllegalArgumentException e) {
            throw new ExperimentException("--select-k-features: " + e.getMessage(), e);
        }
    }
}
