package org.spolia.jobs.trial;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.spolia.experiment.planning.ObservationBlocks;
import org.spolia.experiment.planning.Scorer;
import org.spolia.experiment.row.CandidateRow;
import org.spolia.experiment.row.Observation;
import org.spolia.experiment.row.Score;
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
import org.spolia.jobs.tables.Warehouse;

/**
 * {@code score}: scores every candidate on every split of its data, with one task for the candidates of a trial, and
 * the baselines once for each data set. Candidates and baselines have separate inputs and checkpoints.
 */
public final class ScoreStage {
    private ScoreStage() {}

    /** Scores the candidates of the trials. */
    public static RowStage ofLaws() {
        return new RowStage(
                ScoreDefinition.INFO, new TableInput(Table.CANDIDATES), List.of(Table.SCORES), "", ScoreStage::laws);
    }

    /** Scores the baselines. */
    public static RowStage ofBaselines() {
        return new RowStage(
                ScoreDefinition.INFO,
                new TableInput(Table.OBSERVATIONS),
                List.of(Table.SCORES),
                "",
                ScoreStage::baselines);
    }

    private record Work(List<CandidateRow> candidates, Broadcast<List<Observation>> data) implements Serializable {}

    private static BatchOutput laws(Dataset<Row> rows, Batch batch) {
        Map<String, List<CandidateRow>> byTrial = new TreeMap<>();
        for (Row row : rows.collectAsList()) {
            CandidateRow candidate = RecordRows.toRecord(row, CandidateRow.class);
            byTrial.computeIfAbsent(candidate.trialId(), trial -> new ArrayList<>())
                    .add(candidate);
        }
        Map<String, String> datasets =
                datasetIds(batch.warehouse(), byTrial.keySet().toArray());
        DatasetBroadcasts data = DatasetBroadcasts.ofAllSplits(batch.warehouse(), datasets.values());
        List<WorkItem<Work>> items = new ArrayList<>();
        byTrial.forEach((trial, candidates) ->
                items.add(new WorkItem<>(trial, new Work(candidates, data.of(datasets.getOrDefault(trial, ""))))));
        return ComputedBatch.compute(batch, data, items, ScoreStage::scoreLaws);
    }

    private static Map<String, String> datasetIds(Warehouse warehouse, Object[] trials) {
        Map<String, String> datasets = new HashMap<>();
        warehouse
                .read(Table.TRIALS)
                .filter(functions.col("trial_id").isin(trials))
                .select("trial_id", "dataset_id")
                .collectAsList()
                .forEach(row -> datasets.put(row.getString(0), row.getString(1)));
        return datasets;
    }

    private static ItemRows scoreLaws(Work work) {
        org.spolia.experiment.data.Dataset data = ObservationBlocks.join(work.data.value());
        return rows(work.candidates.stream()
                .flatMap(candidate -> Scorer.score(candidate, data).stream())
                .toList());
    }

    /** The blocks of a data set share a commit with one file, so a file has all of them. */
    private static BatchOutput baselines(Dataset<Row> rows, Batch batch) {
        List<String> datasets =
                rows.select("dataset_id").distinct().as(Encoders.STRING()).collectAsList();
        DatasetBroadcasts data = DatasetBroadcasts.ofAllSplits(batch.warehouse(), datasets);
        List<WorkItem<Work>> items = datasets.stream()
                .sorted()
                .map(dataset -> new WorkItem<>(dataset, new Work(List.of(), data.of(dataset))))
                .toList();
        return ComputedBatch.compute(batch, data, items, ScoreStage::scoreBaselines);
    }

    private static ItemRows scoreBaselines(Work work) {
        return rows(Scorer.scoreBaselines(ObservationBlocks.join(work.data.value())));
    }

    private static ItemRows rows(List<Score> scores) {
        return new ItemRows(Map.of(Table.SCORES, RecordRows.toRows(scores, Table.SCORES.schema())), null);
    }
}
