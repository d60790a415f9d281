package org.spolia.jobs.embed;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.UnsafeProjection;
import org.spolia.embedding.BundleException;
import org.spolia.embedding.Embedding;
import org.spolia.embedding.EncoderBundle;
import org.spolia.embedding.HalfPrecision;
import org.spolia.embedding.LoadedEncoders;
import org.spolia.embedding.SampleEncoder;
import org.spolia.embedding.SampleShape;
import org.spolia.experiment.ExperimentException;
import org.spolia.experiment.configuration.encoder.EmbeddingConfig;
import org.spolia.experiment.row.EmbeddingRow;
import org.spolia.experiment.sample.SampleKey;
import org.spolia.jobs.encoder.MissingLibraries;
import org.spolia.jobs.encoder.TaskDevice;
import org.spolia.jobs.sample.Sample;
import org.spolia.jobs.sample.SampleColumns;
import org.spolia.jobs.sample.SampleCutter;
import org.spolia.jobs.session.Machine;
import org.spolia.jobs.session.SparkSessions;
import org.spolia.jobs.tables.InternalRows;
import org.spolia.jobs.tables.RecordRows;
import org.spolia.jobs.tables.Table;

/** The work of one task: embeds a file of the table. The model computes embeddings while the next rows are read. */
final class EmbedTask implements FlatMapFunction<Iterator<InternalRow>, EmbeddedBatch> {
    private static final long serialVersionUID = 1L;
    private static final double NANOSECONDS = 1e9;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final Broadcast<EncoderBundle> bundle;
    private final String encoderId;
    private final String dataset;
    private final SampleCutter cutter;
    private final String setting;
    private final int batch;
    private final int queue;
    private final boolean half;
    private final int driverJava = Machine.javaMajor();

    EmbedTask(Broadcast<EncoderBundle> bundle, String dataset, SampleColumns columns, EmbeddingConfig config) {
        this.bundle = bundle;
        this.encoderId = bundle.value().id();
        this.dataset = dataset;
        this.cutter = new SampleCutter(columns, config.grid(), config.window(), config.stride());
        this.setting = config.setting(columns.channels());
        this.batch = config.samplesAtOnce();
        this.queue = config.queue();
        this.half = config.isHalf();
    }

    @Override
    public Iterator<EmbeddedBatch> call(Iterator<InternalRow> rows) {
        SparkSessions.requireSameJava(driverJava, Machine.javaMajor());
        if (!rows.hasNext()) {
            return Collections.emptyIterator();
        }
        SampleEncoder encoder = open();
        Iterator<List<Sample>> samples = new SampleBatches(cutter.of(rows), batch);
        UnsafeProjection packed = UnsafeProjection.create(Table.EMBEDDINGS.schema());
        Prefetch<List<Sample>, EmbeddedBatch> embedded =
                new Prefetch<>(samples, part -> embed(encoder, part, packed), queue, "embed");
        TaskContext.get().addTaskCompletionListener(context -> {
            embedded.close();
            encoder.close();
        });
        return embedded;
    }

    private SampleEncoder open() {
        try {
            return LoadedEncoders.open(bundle.value(), TaskDevice.get());
        } catch (BundleException e) {
            throw new ExperimentException(String.valueOf(e.getMessage()), e);
        } catch (NoClassDefFoundError e) {
            throw MissingLibraries.running("embed", e);
        }
    }

    /**
     * Rows are packed, because they are stored until they are written, and would otherwise be stored as separate
     * objects.
     */
    private EmbeddedBatch embed(SampleEncoder encoder, List<Sample> samples, UnsafeProjection packed) {
        long cpu = THREADS.getCurrentThreadCpuTime();
        List<Embedding> embeddings = embeddings(encoder, samples);
        List<InternalRow> rows = new ArrayList<>();
        long values = 0;
        int failed = 0;
        for (int i = 0; i < samples.size(); i++) {
            Embedding embedding = half ? representable(embeddings.get(i)) : embeddings.get(i);
            rows.add(packed.apply(row(samples.get(i).key(), embedding)).copy());
            float[] vector = embedding.vector();
            values += vector == null ? 0 : vector.length;
            failed += vector == null ? 1 : 0;
        }
        double seconds = (THREADS.getCurrentThreadCpuTime() - cpu) / NANOSECONDS;
        return new EmbeddedBatch(rows, values, failed, seconds, encoder.device().toString());
    }

    private List<Embedding> embeddings(SampleEncoder encoder, List<Sample> samples) {
        SampleShape shape = samples.get(0).window().shape();
        if (shape == null) {
            return samples.stream()
                    .map(sample ->
                            Embedding.missing(String.valueOf(sample.window().reason())))
                    .toList();
        }
        try {
            return encoder.embed(
                    samples.stream().map(sample -> sample.window().values()).toList(), shape, batch);
        } catch (BundleException e) {
            throw new ExperimentException(String.valueOf(e.getMessage()), e);
        }
    }

    private static Embedding representable(Embedding embedding) {
        float[] vector = embedding.vector();
        if (vector != null) {
            for (int i = 0; i < vector.length; i++) {
                if (!Float.isFinite(HalfPrecision.value(HalfPrecision.bits(vector[i])))) {
                    return Embedding.missing(
                            "number " + i + " of the embedding is " + vector[i] + ", which half precision cannot hold");
                }
            }
        }
        return embedding;
    }

    private InternalRow row(SampleKey key, Embedding embedding) {
        float[] vector = embedding.vector();
        return InternalRows.of(RecordRows.toRow(
                EmbeddingRow.of(
                        encoderId,
                        setting,
                        dataset,
                        key,
                        half ? null : vector,
                        half && vector != null ? bits(vector) : null,
                        embedding.reason()),
                Table.EMBEDDINGS.schema()));
    }

    private static short[] bits(float[] vector) {
        short[] bits = new short[vector.length];
        for (int i = 0; i < bits.length; i++) {
            bits[i] = HalfPrecision.bits(vector[i]);
        }
        return bits;
    }
}
