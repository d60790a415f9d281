package org.spolia.jobs.columns;

import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.mapreduce.Job;
import org.apache.parquet.hadoop.metadata.ParquetMetadata;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.execution.datasources.parquet.ParquetOptions;
import org.apache.spark.sql.execution.datasources.parquet.ParquetUtils;
import org.apache.spark.sql.internal.SQLConf;
import org.apache.spark.sql.internal.SessionState;
import org.apache.spark.sql.types.StructType;

/**
 * The conversion of a table's rows to Parquet files.
 *
 * @param folder the folder of the files
 * @param schema the schema of the rows
 * @param conditions the conditions that the rows must meet
 * @param statistics the columns whose minimum and maximum are recorded
 * @param zstandardLevel the compression level of pages, from 1 to 22
 */
public record RowFiles(
        String folder, StructType schema, List<RowCondition> conditions, List<String> statistics, int zstandardLevel)
        implements Serializable {
    public RowFiles {
        conditions = List.copyOf(conditions);
        statistics = List.copyOf(statistics);
    }

    /** Returns the Hadoop configuration, with Spark's settings for columns that are not arrays of real numbers. */
    public Configuration configuration(SparkSession spark) {
        SessionState session = ((org.apache.spark.sql.classic.SparkSession) spark).sessionState();
        SQLConf settings = session.conf();
        try {
            Job job = Job.getInstance(session.newHadoopConf());
            ParquetUtils.prepareWrite(
                    settings,
                    job,
                    WrittenColumns.of(schema).others(),
                    new ParquetOptions(scala.collection.immutable.Map$.MODULE$.<String, String>empty(), settings));
            return job.getConfiguration();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot prepare files in " + folder, e);
        }
    }

    /**
     * Writes rows to a file of their own with a unique name.
     *
     * @param part the number of this part of the rows
     * @param configuration the configuration for these files
     * @throws IllegalArgumentException if a row does not meet a condition, or lacks a required value
     */
    public WrittenFile write(int part, Iterator<InternalRow> rows, Configuration configuration) throws IOException {
        Path path =
                new Path(folder, String.format(Locale.ROOT, "part-%05d-%s-c000.zstd.parquet", part, UUID.randomUUID()));
        try {
            ParquetMetadata footer = write(path, rows, configuration);
            FileStatus written = path.getFileSystem(configuration).getFileStatus(path);
            return new WrittenFile(
                    path.getName(),
                    written.getLen(),
                    written.getModificationTime(),
                    FileStatistics.rows(footer),
                    FileStatistics.json(footer, statistics));
        } catch (IOException | RuntimeException | LinkageError e) {
            remove(path, configuration, e);
            throw e;
        }
    }

    private static void remove(Path path, Configuration configuration, Throwable reason) {
        try {
            path.getFileSystem(configuration).delete(path, false);
        } catch (IOException e) {
            reason.addSuppressed(e);
        }
    }

    private ParquetMetadata write(Path path, Iterator<InternalRow> rows, Configuration configuration)
            throws IOException {
        try (RowFileWriter file = new RowFileWriter(path, WrittenColumns.of(schema), zstandardLevel, configuration)) {
            while (rows.hasNext()) {
                InternalRow row = rows.next();
                conditions.forEach(condition -> condition.require(row));
                file.add(row);
            }
            return file.end();
        }
    }
}
