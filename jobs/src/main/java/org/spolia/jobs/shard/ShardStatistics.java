package org.spolia.jobs.shard;

import java.util.List;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.spolia.experiment.data.ContentHash;
import org.spolia.experiment.row.FieldMoments;
import org.spolia.experiment.shard.DatasetStatistics;
import org.spolia.jobs.source.file.SourceFile;
import org.spolia.jobs.tables.RecordRows;
import org.spolia.jobs.tables.Table;
import org.spolia.jobs.tables.Transaction;
import org.spolia.jobs.tables.Warehouse;

/**
 * The statistics of a data set, computed from the moments of all of its files.
 *
 * @param source the files
 */
record ShardStatistics(ShardSource source) {

    /** Returns whether the table shard_files knows all existing files. */
    boolean hasAllFiles(Warehouse warehouse) {
        Set<String> known = Set.copyOf(of(warehouse, Table.SHARD_FILES)
                .select("file")
                .as(Encoders.STRING())
                .collectAsList());
        return source.files().list().stream().map(SourceFile::name).allMatch(known::contains);
    }

    /**
     * Replaces the statistics of the data set.
     *
     * @param application the application id with which the stage writes
     * @return whether there was anything to do
     */
    boolean update(Warehouse warehouse, String application) {
        // A later run must not replace its statistics by those of an earlier one.
        return warehouse
                .rights()
                .takeBriefly("statistics-" + source.dataset())
                .compute(() -> updateAlone(warehouse, application));
    }

    private boolean updateAlone(Warehouse warehouse, String application) {
        String mark = warehouse.state(Table.FIELD_MOMENTS).markOf(application);
        Transaction transaction = new Transaction(
                "statistics/" + source.dataset() + "/"
                        + ContentHash.of("moments").add(List.of(mark)).hex(),
                0);
        if (warehouse.state(Table.DATASET_STATISTICS).contains(transaction)) {
            return false;
        }
        List<FieldMoments> moments = of(warehouse, Table.FIELD_MOMENTS).collectAsList().stream()
                .map(row -> RecordRows.toRecord(row, FieldMoments.class))
                .toList();
        if (moments.isEmpty()) {
            return false;
        }
        long files = moments.stream().map(FieldMoments::file).distinct().count();
        warehouse.replace(
                Table.DATASET_STATISTICS,
                "dataset",
                source.dataset(),
                warehouse.rows(Table.DATASET_STATISTICS, DatasetStatistics.of(moments)),
                transaction,
                "moments of " + files + " files");
        return true;
    }

    private Dataset<Row> of(Warehouse warehouse, Table table) {
        return warehouse.read(table).filter(functions.col("dataset").equalTo(source.dataset()));
    }
}
