package org.spolia.jobs.monitor;

import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.jspecify.annotations.Nullable;
import org.spolia.experiment.monitor.Law;
import org.spolia.experiment.monitor.WindowLosses;
import org.spolia.experiment.row.Feature;
import org.spolia.jobs.stream.Batch;
import org.spolia.jobs.stream.BatchOutput;
import org.spolia.jobs.stream.BatchWork;
import org.spolia.jobs.stream.ComputedBatch;
import org.spolia.jobs.stream.DatasetBroadcasts;
import org.spolia.jobs.stream.ItemFunction;
import org.spolia.jobs.stream.ItemRows;
import org.spolia.jobs.stream.WorkItem;
import org.spolia.jobs.tables.RecordRows;
import org.spolia.jobs.tables.Table;

/**
 * The windows of some laws in a file of features.
 *
 * @param laws laws over the same rows
 */
record WatchedBlocks(List<Law> laws) implements BatchWork {
    @Override
    public BatchOutput compute(Dataset<Row> rows, Batch batch) {
        Dataset<Row> blocks =
                rows.filter(functions.col("features_id").equalTo(laws.get(0).featuresId()));
        List<String> ids = blocks.select("source", "file", "trajectory", "split").collectAsList().stream()
                .map(row -> id(
                        row.getString(0), row.getString(1), row.isNullAt(2) ? null : row.getInt(2), row.getString(3)))
                .sorted()
                .toList();
        JavaRDD<WorkItem<Feature>> items = blocks.javaRDD()
                .map(row -> RecordRows.toRecord(row, Feature.class))
                .map(block ->
                        new WorkItem<>(id(block.source(), block.file(), block.trajectory(), block.split()), block));
        return ComputedBatch.compute(batch, DatasetBroadcasts.none(), ids, items, new Losses(laws));
    }

    /** The id of a block in the table attempts. */
    private static String id(String source, String file, @Nullable Integer trajectory, String split) {
        return source + "/" + file + (trajectory == null ? "" : " run " + trajectory) + ", " + split;
    }

    private record Losses(List<Law> laws) implements ItemFunction<Feature> {
        @Override
        public ItemRows apply(Feature block) {
            return new ItemRows(
                    Map.of(
                            Table.LAW_WINDOWS,
                            RecordRows.toRows(WindowLosses.of(laws, block), Table.LAW_WINDOWS.schema())),
                    null);
        }
    }
}
