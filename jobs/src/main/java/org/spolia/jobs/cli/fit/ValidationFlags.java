package org.spolia.jobs.cli.fit;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.spolia.experiment.ExperimentException;
import org.spolia.experiment.data.TrainingTable;
import org.spolia.symbolic.key.Names;
import org.spolia.symbolic.search.options.Gaps;
import org.spolia.symbolic.search.options.SearchOptions;
import org.spolia.symbolic.search.options.Selection;
import org.spolia.symbolic.search.options.Validation;
import picocli.CommandLine.Option;

/** The options of {@code fit} for the selection of one model, and for the held-out rows that it uses. */
final class ValidationFlags {
    @Option(
            names = {"--select", "--model-selection"},
            paramLabel = "RULE",
            description =
                    "criterion: the shortest exact law, else the best compromise of loss and complexity (default); held-out: the"
                            + " shortest description of held-out folds (default with --folds); one-standard-error: the simplest"
                            + " within one standard error of it; accuracy, score, best: as in PySR")
    private @Nullable String select;

    @Option(
            names = "--folds",
            paramLabel = "N",
            description =
                    "evaluate each equation of the front on N folds of rows that a refit of its constants does not"
                            + " see; default with --select held-out or one-standard-error: 5")
    private @Nullable Integer folds;

    @Option(
            names = "--forward-chaining",
            description = "the rows are in order of time, and each fold follows the rows of its refit; rows that Spark"
                    + " reads are sorted by their columns, the first one first")
    private boolean forwardChaining;

    @Option(
            names = "--allow-gaps",
            description = "select an equation also if it has no value somewhere inside the training range, between the"
                    + " rows; without it, another one of comparable accuracy is selected if there is one, unless"
                    + " --select is accuracy, score or best")
    private boolean allowGaps;

    /** Returns the same search with this selection. */
    SearchOptions forTable(SearchOptions search, TrainingTable table) {
        SearchOptions selecting = of(search);
        try {
            selecting.validation().requireRows(table.rows());
            return selecting;
        } catch (IllegalArgumentException e) {
            throw new ExperimentException("--select, --folds or --forward-chaining: " + e.getMessage(), e);
        }
    }

    /** Returns the same search with this selection, for any number of rows. */
    SearchOptions of(SearchOptions search) {
        try {
            return search.withValidation(validation()).withGaps(allowGaps ? Gaps.ALLOW : Gaps.REFUSE);
        } catch (IllegalArgumentException e) {
            throw new ExperimentException("--select, --folds or --forward-chaining: " + e.getMessage(), e);
        }
    }

    private Validation validation() {
        Selection selection = selection();
        int count = folds == null ? selection.needsFolds() ? Validation.DEFAULT_FOLDS : 0 : folds;
        return new Validation(selection, count, forwardChaining);
    }

    private Selection selection() {
        if (select == null) {
            return folds != null || forwardChaining ? Selection.HELD_OUT : Selection.CRITERION;
        }
        return Arrays.stream(Selection.values())
                .filter(rule -> Names.kebab(rule).equals(select))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("'" + select + "' is not a rule; rules are "
                        + Arrays.stream(Selection.values()).map(Names::kebab).collect(Collectors.joining(", "))));
    }
}
