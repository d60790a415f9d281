package org.spolia.jobs.trial;

import java.io.Serializable;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;
import org.spolia.experiment.configuration.search.SearchSpread;
import org.spolia.experiment.data.Split;
import org.spolia.experiment.planning.ObservationBlocks;
import org.spolia.experiment.planning.TrialOutcome;
import org.spolia.experiment.planning.TrialRunner;
import org.spolia.experiment.row.Observation;
import org.spolia.experiment.row.Trial;
import org.spolia.jobs.spread.SparkSpread;
import org.spolia.jobs.stream.Batch;
import org.spolia.jobs.stream.BatchOutput;
import org.spolia.jobs.stream.BatchWork;
import org.spolia.jobs.stream.ComputedBatch;
import org.spolia.jobs.stream.DatasetBroadcasts;
import org.spolia.jobs.stream.ItemRows;
import org.spolia.jobs.stream.WorkItem;
import org.spolia.jobs.tables.RecordRows;
import org.spolia.jobs.tables.Table;
import org.spolia.jobs.tables.Warehouse;
import org.spolia.symbolic.search.result.Failure;

/** The trials of a batch, each in a task of its own, or one after another on all slots. */
final class SearchBatch implements BatchWork {
    private static final Comparator<Trial> COSTLIEST_FIRST =
            Comparator.comparingLong(Trial::estimatedNodeRows).reversed().thenComparing(Trial::trialId);

    private final SearchSpread spread;

    SearchBatch(SearchSpread spread) {
        this.spread = spread;
    }

    private record Work(Trial trial, Broadcast<List<Observation>> train) implements Serializable {}

    @Override
    public BatchOutput compute(Dataset<Row> rows, Batch batch) {
        List<Trial> trials = rows.collectAsList().stream()
                .map(row -> RecordRows.toRecord(row, Trial.class))
                .sorted(COSTLIEST_FIRST)
                .toList();
        DatasetBroadcasts data = DatasetBroadcasts.ofSplit(
                batch.warehouse(),
                Split.TRAIN.label(),
                trials.stream().map(Trial::datasetId).collect(Collectors.toSet()));
        List<WorkItem<Work>> items = trials.stream()
                .map(trial -> new WorkItem<>(trial.trialId(), new Work(trial, data.of(trial.datasetId()))))
                .toList();
        if (spread == SearchSpread.TRIALS) {
            return ComputedBatch.compute(batch, data, items, SearchBatch::run);
        }
        return ComputedBatch.computeHere(batch, data, items, work -> run(work, batch.warehouse()));
    }

    @Override
    public void finish(Batch batch, String application) {
        if (spread == SearchSpread.ISLANDS) {
            batch.warehouse().remove(SavedSearches.folder(batch.warehouse()));
        }
    }

    private static ItemRows run(Work work) {
        return rows(TrialRunner.run(work.trial, ObservationBlocks.join(work.train.value())));
    }

    private static ItemRows run(Work work, Warehouse warehouse) {
        SparkSession spark = warehouse.spark();
        return rows(TrialRunner.run(
                work.trial,
                ObservationBlocks.join(work.train.value()),
                problem -> SparkSpread.of(spark, problem),
                SavedSearches.of(warehouse, work.trial.trialId())));
    }

    private static ItemRows rows(TrialOutcome outcome) {
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
