package org.spolia.jobs.shard;

import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.spolia.experiment.configuration.data.ShardConfig;
import org.spolia.experiment.row.ShardFile;
import org.spolia.jobs.pipeline.ProgressListener;
import org.spolia.jobs.pipeline.RowStage;
import org.spolia.jobs.tables.Table;
import org.spolia.jobs.tables.Warehouse;

/**
 * {@code shard}: makes a table of the HDF5 files of a data set. A file that cannot be read as a whole gives no row, and the log of files
 * says why. Statistics are made of the moments of all files, in their order by name, whatever batches they came in.
 */
public final class ShardStage {
    private final ShardConfig config;
    private final ShardSource source;
    private final ShardStatistics statistics;
    private final Warehouse warehouse;

    private ShardStage(ShardConfig config, Warehouse warehouse) {
        this.config = config;
        this.source = ShardSource.of(config, warehouse.spark());
        this.statistics = new ShardStatistics(source);
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
     * The files as they come, and the statistics whenever all that are there have come; the table is made of what is there now if it is
     * not there yet.
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
                ShardDefinition.INFO,
                source,
                List.of(Table.SIMULATION_AXES, layout.table(), Table.FIELD_MOMENTS, Table.SHARD_FILES),
                "",
                new ShardWork(source, layout, statistics, strict));
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

    /** Sums up the files that these rows came from, and tells whether that was left to do. */
    boolean summarise(RowStage rows) {
        return statistics.update(warehouse, rows.application(warehouse));
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
