package org.spolia.jobs.trial;

import java.io.Serializable;
import java.util.List;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.spolia.experiment.planning.ObservationBlocks;
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
import org.spolia.jobs.tables.Warehouse;

/** The trials of a batch one after another, each on all slots. */
final class SpreadBatch implements BatchWork {
    private record Work(Trial trial, Broadcast<List<Observation>> train) implements Serializable {}

    @Override
    public BatchOutput compute(Dataset<Row> rows, Batch batch) {
        List<Trial> trials = TrialRows.costliestFirst(rows);
        DatasetBroadcasts data = TrialRows.train(batch.warehouse(), trials, DatasetBroadcasts.none());
        List<WorkItem<Work>> items = trials.stream()
                .map(trial -> new WorkItem<>(trial.trialId(), new Work(trial, data.of(trial.datasetId()))))
                .toList();
        return ComputedBatch.computeHere(batch, data, items, work -> run(work, batch.warehouse()));
    }

    @Override
    public void finish(Batch batch, String application) {
        batch.warehouse().remove(SavedSearches.folder(batch.warehouse()));
    }

    private static ItemRows run(Work work, Warehouse warehouse) {
        SparkSession spark = warehouse.spark();
        return TrialRows.of(TrialRunner.run(
                work.trial,
                ObservationBlocks.join(work.train.value()),
                problem -> SparkSpread.of(spark, problem),
                SavedSearches.of(warehouse, work.trial.trialId())));
    }
}
