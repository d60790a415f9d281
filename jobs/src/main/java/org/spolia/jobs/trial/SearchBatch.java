package org.spolia.jobs.trial;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.spolia.experiment.planning.ObservationBlocks;
import org.spolia.experiment.planning.TrialRunner;
import org.spolia.experiment.row.Observation;
import org.spolia.experiment.row.Trial;
import org.spolia.jobs.stream.AheadWork;
import org.spolia.jobs.stream.Batch;
import org.spolia.jobs.stream.BegunBatch;
import org.spolia.jobs.stream.ComputedBatch;
import org.spolia.jobs.stream.DatasetBroadcasts;
import org.spolia.jobs.stream.ItemRows;
import org.spolia.jobs.stream.WorkItem;

/** The trials of a batch as tasks. Short trials share a task. */
final class SearchBatch implements AheadWork {
    private record Work(Trial trial, Broadcast<List<Observation>> train) implements Serializable {}

    private DatasetBroadcasts latest = DatasetBroadcasts.none();

    @Override
    public BegunBatch begin(Dataset<Row> rows, Batch batch) {
        List<Trial> trials = TrialRows.costliestFirst(rows);
        DatasetBroadcasts data = TrialRows.train(batch.warehouse(), trials, latest);
        latest = data;
        List<List<WorkItem<Work>>> tasks = new ArrayList<>();
        for (List<Trial> task : TaskGroups.of(trials)) {
            tasks.add(task.stream()
                    .map(trial -> new WorkItem<>(trial.trialId(), new Work(trial, data.of(trial.datasetId()))))
                    .toList());
        }
        return ComputedBatch.begin(batch, data, tasks, SearchBatch::run);
    }

    private static ItemRows run(Work work) {
        return TrialRows.of(TrialRunner.run(work.trial, ObservationBlocks.join(work.train.value())));
    }
}
