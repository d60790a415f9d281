package org.spolia.jobs.stages;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.spolia.experiment.planning.ObservationBlocks;
import org.spolia.experiment.planning.Scorer;
import org.spolia.experiment.row.CandidateRow;
import org.spolia.experiment.row.Observation;
import org.spolia.experiment.row.Score;
import org.spolia.jobs.tables.RecordRows;
import org.spolia.jobs.tables.Table;
import org.spolia.jobs.tables.Warehouse;

/** {@code score}: scores every candidate on every split of its data, a task for the candidates of a trial. */
public final class ScoreStage {
    private ScoreStage() {}

    public static RowStage create() {
        return new RowStage(StageInfo.SCORE, Table.CANDIDATES, List.of(Table.SCORES), "", ScoreStage::compute);
    }

    private record Work(List<CandidateRow> candidates, Broadcast<List<Observation>> data) implements Serializable {}

    private static BatchOutput compute(Dataset<Row> rows, Batch batch) {
        Map<String, List<CandidateRow>> byTrial = new TreeMap<>();
        for (Row row : rows.collectAsList()) {
            CandidateRow candidate = RecordRows.toRecord(row, CandidateRow.class);
            byTrial.computeIfAbsent(candidate.trialId(), trial -> new ArrayList<>())
                    .add(candidate);
        }
        Map<String, String> datasets =
                datasetIds(batch.warehouse(), byTrial.keySet().toArray());
        DatasetBroadcasts data = DatasetBroadcasts.ofAllSplits(batch.warehouse(), datasets.values());
        List<TrialTask<Work>> tasks = new ArrayList<>();
        byTrial.forEach((trial, candidates) ->
                tasks.add(new TrialTask<>(trial, new Work(candidates, data.of(datasets.getOrDefault(trial, ""))))));
        return TrialBatch.compute(batch, data, tasks, ScoreStage::score);
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

    private static TrialRows score(Work work) {
        org.spolia.experiment.data.Dataset data = ObservationBlocks.join(work.data.value());
        List<Score> scores = new ArrayList<>();
        for (CandidateRow candidate : work.candidates) {
            scores.addAll(Scorer.score(candidate, data));
        }
        return new TrialRows(Map.of(Table.SCORES, RecordRows.toRows(scores, Table.SCORES.schema())), null);
    }
}
