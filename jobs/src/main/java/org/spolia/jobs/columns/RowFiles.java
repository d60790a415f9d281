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
 * How rows of a table become Parquet files.
 *
 * @param folder of the files
 * @param schema of the rows
 * @param conditions that they meet
 * @param statistics the columns whose least and greatest values are noted
 * @param zstandardLevel how hard pages are packed, from 1 to 22
 */
public record RowFiles(
        String folder, StructType schema, List<RowCondition> conditions, List<String> statistics, int zstandardLevel)
        implements Serializable {
    public RowFiles {
        conditions = List.copyOf(conditions);
        statistics = List.copyOf(statistics);
    }

    /** What has to be known of Hadoop, and of Spark for the columns that are no arrays of real numbers. */
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
     * Writes rows to a file of their own, which has another name each time.
     *
     * @param part which part of all rows they are
     * @param configuration what was made for these files
     * @throws IllegalArgumentException if a row does not meet a condition, or has no value in a column that has to have one
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
