package org.spolia.jobs.trial;

import java.io.Serializable;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;
import org.spolia.experiment.data.Split;
import org.spolia.experiment.planning.ObservationBlocks;
import org.spolia.experiment.planning.TrialOutcome;
import org.spolia.experiment.planning.TrialRunner;
import org.spolia.experiment.row.Observation;
import org.spolia.experiment.row.Trial;
import org.spolia.jobs.stream.Batch;
import org.spolia.jobs.stream.BatchOutput;
import org.spolia.jobs.stream.ComputedBatch;
import org.spolia.jobs.stream.DatasetBroadcasts;
import org.spolia.jobs.stream.ItemRows;
import org.spolia.jobs.stream.RowStage;
import org.spolia.jobs.stream.TableInput;
import org.spolia.jobs.stream.WorkItem;
import org.spolia.jobs.tables.RecordRows;
import org.spolia.jobs.tables.Table;
import org.spolia.symbolic.search.result.Failure;

/** {@code search}: runs every admitted trial of the warehouse once, on its training rows. */
public final class SearchStage {
    private static final Comparator<Trial> COSTLIEST_FIRST =
            Comparator.comparingLong(Trial::estimatedNodeRows).reversed().thenComparing(Trial::trialId);

    private SearchStage() {}

    public static RowStage create() {
        return new RowStage(
                SearchDefinition.INFO,
                new TableInput(Table.TRIALS),
                List.of(Table.CANDIDATES),
                "",
                SearchStage::compute);
    }

    private record Work(Trial trial, Broadcast<List<Observation>> train) implements Serializable {}

    private static BatchOutput compute(Dataset<Row> rows, Batch batch) {
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
        return ComputedBatch.compute(batch, data, items, SearchStage::run);
    }

    private static ItemRows run(Work work) {
        TrialOutcome outcome = TrialRunner.run(work.trial, ObservationBlocks.join(work.train.value()));
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
