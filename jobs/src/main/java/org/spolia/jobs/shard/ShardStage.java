package org.spolia.jobs.shard;

import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.spolia.experiment.configuration.data.ShardConfig;
import org.spolia.experiment.row.ShardFile;
import org.spolia.jobs.stage.ProgressListener;
import org.spolia.jobs.stream.RowStage;
import org.spolia.jobs.tables.Table;
import org.spolia.jobs.tables.Warehouse;

/**
 * {@code shard}: reads the HDF5 files of a data set into a table. A file that cannot be read completely gives no rows,
 * and the table shard_files records the reason. Statistics are computed from the moments of all files in the order of
 * their names, regardless of their batches.
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

    /** The number of files that exist now. */
    public long listed() {
        return source.files().list().size();
    }

    /**
     * Returns the rows of files as they arrive, and updates the statistics whenever all existing files have arrived.
     * Creates the table from the existing files if it does not exist.
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
     * Processes the existing files and computes the statistics.
     *
     * @param strict whether a damaged file ends the stage
     * @return whether there was anything to do
     */
    public boolean runOnce(boolean strict, ProgressListener progress) {
        RowStage rows = rows(strict);
        boolean worked = rows.runOnce(warehouse, progress);
        return summarise(rows) || worked;
    }

    /** Computes the statistics of the files of these rows. Returns whether there was anything to do. */
    boolean summarise(RowStage rows) {
        return statistics.update(warehouse, rows.application(warehouse));
    }

    /** Describes the number of files that are in the table, and of files that were left out. */
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
