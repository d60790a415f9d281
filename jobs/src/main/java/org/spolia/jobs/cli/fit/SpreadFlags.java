package org.spolia.jobs.cli.fit;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.spolia.experiment.ExperimentException;
import org.spolia.symbolic.search.options.SearchOptions;
import org.spolia.symbolic.search.options.Validation;
import picocli.CommandLine.Option;

/** The options of {@code fit} for what Spark does in a search. */
final class SpreadFlags {
    private static final String ISLANDS = "islands";
    private static final String ROWS = "rows";
    private static final int FEWEST = 100;

    /** A fold is a byte of each row. */
    private static final int MOST_FOLDS = 100;

    @Option(
            names = "--spread",
            paramLabel = "KIND",
            defaultValue = ISLANDS,
            description =
                    "islands: with --master, the pieces of the search are tasks of Spark; rows: the rows of a Parquet or"
                            + " Delta table of any size stay on Spark; the search sees a sample, and passes over all rows"
                            + " fit the constants and give the losses that select the equation; default: ${DEFAULT-VALUE}")
    private String kind = ISLANDS;

    @Option(
            names = "--sample-rows",
            paramLabel = "N",
            defaultValue = "16384",
            description = "with --spread rows: the rows that the search sees; default: ${DEFAULT-VALUE}")
    private int sampleRows;

    @Option(
            names = "--groups",
            paramLabel = "COLUMN",
            description =
                    "with --spread rows: the column with groups of rows, thousands if need be. The search finds the"
                            + " structure in one group, and the constants are fitted in each group by itself: groups.csv")
    private @Nullable String groups;

    /** The column with groups of own constants. */
    Optional<String> groups() {
        return Optional.ofNullable(groups);
    }

    /** Whether rows stay on Spark. */
    boolean rows() {
        if (!kind.equals(ISLANDS) && !kind.equals(ROWS)) {
            throw new ExperimentException("--spread '" + kind + "': must be " + ISLANDS + " or " + ROWS);
        }
        if (groups != null && kind.equals(ISLANDS)) {
            throw new ExperimentException("--groups: is for --spread rows; add it, or see --category");
        }
        return kind.equals(ROWS);
    }

    int sampleRows() {
        if (sampleRows < FEWEST) {
            throw new ExperimentException("--sample-rows " + sampleRows + ": must be " + FEWEST + " or more");
        }
        return sampleRows;
    }

    /** Refuses what passes over all rows do not support. */
    void require(SearchOptions search) {
        Validation validation = search.validation();
        if (search.operators().template().isPresent()) {
            throw new ExperimentException("--template: not with --spread rows; leave out one of the two");
        }
        if (groups != null && validation.holdsOut()) {
            throw new ExperimentException("--folds: not with --groups; leave out one of the two");
        }
        if (validation.forwardChaining()) {
            throw new ExperimentException("--forward-chaining: rows of a table on Spark have no order; leave it out");
        }
        if (validation.folds() > MOST_FOLDS) {
            throw new ExperimentException(
                    "--folds " + validation.folds() + ": with --spread rows at most " + MOST_FOLDS);
        }
    }
}
