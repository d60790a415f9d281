package org.spolia.jobs.stages;

import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.spolia.experiment.configuration.ShardConfig;
import org.spolia.experiment.data.ContentHash;
import org.spolia.experiment.row.FieldMoments;
import org.spolia.experiment.row.ShardFile;
import org.spolia.experiment.shard.DatasetStatistics;
import org.spolia.jobs.tables.RecordRows;
import org.spolia.jobs.tables.Table;
import org.spolia.jobs.tables.Transaction;
import org.spolia.jobs.tables.Warehouse;

/**
 * {@code shard}: makes a table of the HDF5 files of a data set. A file that cannot be read as a whole gives no row, and the log of files
 * says why. Statistics are made of the moments of all files, in their order by name, whatever batches they came in.
 */
public final class ShardStage {
    private final ShardConfig config;
    private final ShardSource source;
    private final Warehouse warehouse;

    private ShardStage(ShardConfig config, Warehouse warehouse) {
        this.config = config;
        this.source = ShardSource.of(config, warehouse.spark());
        this.warehouse = warehouse;
    }

    public static ShardStage of(ShardConfig config, Warehouse warehouse) {
        return new ShardStage(config, warehouse);
    }

    /** The name of the table. */
    public String table() {
        return source.name();
    }

    /** How many files there are now. */
    public long listed() {
        return source.files().list().size();
    }

    /**
     * The files as they come; the table is made of what is there now if it is not there yet.
     *
     * @param strict whether a damaged file ends the stage
     */
    public RowStage rows(boolean strict) {
        ShardLayout layout = warehouse
                .shardTable(source.kind(), config.name())
                .map(ShardLayout::new)
                .orElseGet(() -> ShardLayout.of(
                        source.kind(), config.name(), source.files().schema()));
        warehouse.create(layout.table());
        return new RowStage(
                StageInfo.SHARD,
                source,
                List.of(Table.SIMULATION_AXES, layout.table(), Table.FIELD_MOMENTS, Table.SHARD_FILES),
                "",
                new ShardWork(source, layout, strict));
    }

    /**
     * Takes the files that are there and sums them up.
     *
     * @param strict whether a damaged file ends the stage
     * @return whether there was anything to do
     */
    public boolean runOnce(boolean strict, ProgressListener progress) {
        RowStage rows = rows(strict);
        boolean worked = rows.runOnce(warehouse, progress);
        return summarise(rows) || worked;
    }

    /**
     * Puts the statistics of the data set in the place of earlier ones.
     *
     * @return whether there was anything to do
     */
    private boolean summarise(RowStage rows) {
        String mark = warehouse.state(Table.FIELD_MOMENTS).markOf(rows.application(warehouse));
        Transaction transaction = new Transaction(
                "statistics/" + config.name() + "/"
                        + ContentHash.of("moments").add(List.of(mark)).hex(),
                0);
        if (warehouse.state(Table.DATASET_STATISTICS).contains(transaction)) {
            return false;
        }
        List<FieldMoments> moments = warehouse
                .read(Table.FIELD_MOMENTS)
                .filter(functions.col("dataset").equalTo(config.name()))
                .collectAsList()
                .stream()
                .map(row -> RecordRows.toRecord(row, FieldMoments.class))
                .toList();
        if (moments.isEmpty()) {
            return false;
        }
        warehouse.replace(
                Table.DATASET_STATISTICS,
                "dataset",
                config.name(),
                DatasetStatistics.of(moments),
                transaction,
                "moments of "
                        + moments.stream().map(FieldMoments::file).distinct().count() + " files");
        return true;
    }

    /** Files that are in the table, and those that were left out, in words. */
    public String outcome() {
        Row counts = warehouse
                .read(Table.SHARD_FILES)
                .filter(functions.col("dataset").equalTo(config.name()))
                .agg(functions.count_if(isIn(ShardFile.SHARDED)), functions.count_if(isIn(ShardFile.QUARANTINED)))
                .head();
        long quarantined = counts.getLong(1);
        return counts.getLong(0) + " files in " + table()
                + (quarantined == 0 ? "" : ", " + quarantined + " quarantined, see table shard_files");
    }

    private static Column isIn(String state) {
        return functions.col("state").equalTo(state);
    }
}
