package org.spolia.jobs.embed;

import java.time.Instant;
import java.util.List;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.storage.StorageLevel;
import org.spolia.embedding.EncoderBundle;
import org.spolia.experiment.configuration.encoder.EmbeddingConfig;
import org.spolia.jobs.encoder.TaskResources;
import org.spolia.jobs.sample.EmbedInput;
import org.spolia.jobs.session.Machine;
import org.spolia.jobs.stream.AttemptLog;
import org.spolia.jobs.stream.Batch;
import org.spolia.jobs.stream.BatchOutput;
import org.spolia.jobs.stream.BatchWork;
import org.spolia.jobs.stream.ItemReport;
import org.spolia.jobs.tables.InternalRows;
import org.spolia.jobs.tables.Relation;

/**
 * Embeds some files of a table, with a task for each. Embeddings wait on the executors, in memory or on disk, until
 * they are written.
 *
 * @param bundle the encoder
 * @param input the table
 * @param config the input of the encoder
 */
record EmbedWork(EncoderBundle bundle, EmbedInput input, EmbeddingConfig config) implements BatchWork {
    /** The size of the embeddings in one file: less only if slots would be idle, and then not much less. */
    private static final long MOST_BYTES_OF_FILE = 128L << 20;

    private static final long LEAST_BYTES_OF_FILE = 16L << 20;

    private static final double NANOSECONDS = 1e9;

    @Override
    public BatchOutput compute(Dataset<Row> rows, Batch batch) {
        // The same encoder embeds the same table again with another setting, hence the last part.
        String subject = String.join(
                "/",
                input.name(),
                bundle.manifest().name(),
                config.setting(input.columns().channels()),
                Long.toString(batch.number()));
        AttemptLog attempts = AttemptLog.start(batch, List.of(subject));
        JavaSparkContext context =
                JavaSparkContext.fromSparkContext(batch.warehouse().spark().sparkContext());
        Broadcast<EncoderBundle> broadcast = context.broadcast(bundle);
        Instant startedAt = Instant.now();
        long start = System.nanoTime();
        EmbedTask task = new EmbedTask(broadcast, input.name(), input.columns(), config);
        JavaRDD<EmbeddedBatch> embedded = TaskResources.assign(
                        config.resources(), InternalRows.of(rows).mapPartitions(task))
                // Objects would be counted repeatedly, and would take several times the space.
                .persist(StorageLevel.MEMORY_AND_DISK_SER());
        EmbeddedBatch summary = embedded.map(EmbeddedBatch::summary)
                .fold(new EmbeddedBatch(List.of(), 0, 0, 0, ""), EmbeddedBatch::with);
        attempts.finish(List.of(new ItemReport(
                subject,
                startedAt,
                (System.nanoTime() - start) / NANOSECONDS,
                summary.cpuSeconds(),
                null,
                null,
                Machine.host(),
                Machine.jdk(),
                0,
                summary.device(),
                null,
                null)));
        return new Output(
                batch, embedded, broadcast, files(summary.values() * Float.BYTES, context.defaultParallelism()));
    }

    private static int files(long bytes, int slots) {
        return (int) Math.max(1 + bytes / MOST_BYTES_OF_FILE, Math.min(slots, 1 + bytes / LEAST_BYTES_OF_FILE));
    }

    private record Output(Batch batch, JavaRDD<EmbeddedBatch> embedded, Broadcast<EncoderBundle> bundle, int files)
            implements BatchOutput {
        @Override
        public Dataset<Row> rows(Relation output) {
            JavaRDD<InternalRow> rows = embedded.flatMap(part -> part.rows().iterator());
            return InternalRows.dataset(batch.warehouse().spark(), rows, output.schema())
                    .coalesce(files);
        }

        @Override
        public void close() {
            embedded.unpersist(false);
            bundle.destroy();
        }
    }
}
