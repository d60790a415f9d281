package org.spolia.jobs.trial;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;
import org.spolia.experiment.data.Split;
import org.spolia.experiment.planning.TrialOutcome;
import org.spolia.experiment.row.Trial;
import org.spolia.jobs.stream.DatasetBroadcasts;
import org.spolia.jobs.stream.ItemRows;
import org.spolia.jobs.tables.RecordRows;
import org.spolia.jobs.tables.Table;
import org.spolia.jobs.tables.Warehouse;
import org.spolia.symbolic.search.result.Failure;

/** The rows that trials are made of, and the rows that they give. */
final class TrialRows {
    private static final Comparator<Trial> COSTLIEST_FIRST =
            Comparator.comparingLong(Trial::estimatedNodeRows).reversed().thenComparing(Trial::trialId);

    private TrialRows() {}

    static List<Trial> costliestFirst(Dataset<Row> rows) {
        return rows.collectAsList().stream()
                .map(row -> RecordRows.toRecord(row, Trial.class))
                .sorted(COSTLIEST_FIRST)
                .toList();
    }

    /**
     * Broadcasts the training rows of trials.
     *
     * @param before the training rows of other trials
     */
    static DatasetBroadcasts train(Warehouse warehouse, List<Trial> trials, DatasetBroadcasts before) {
        return DatasetBroadcasts.ofSplit(
                warehouse,
                Split.TRAIN.label(),
                trials.stream().map(Trial::datasetId).collect(Collectors.toSet()),
                before);
    }

    static ItemRows of(TrialOutcome outcome) {
        return new ItemRows(
                        Map.of(Table.CANDIDATES, RecordRows.toRows(outcome.candidates(), Table.CANDIDATES.schema())),
                        outcome.evaluations())
                .leavingOut(leftOut(outcome.failures()));
    }

    private static @Nullable String leftOut(List<Failure> failures) {
        return failures.isEmpty()
                ? null
                : failures.stream().map(Failure::toString).collect(Collectors.joining("; "));
    }
}
