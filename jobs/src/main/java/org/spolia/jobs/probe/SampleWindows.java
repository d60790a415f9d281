package org.spolia.jobs.probe;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.spolia.embedding.SampleShape;
import org.spolia.experiment.ExperimentException;
import org.spolia.experiment.configuration.encoder.EmbeddingConfig;
import org.spolia.experiment.probe.SampleVector;
import org.spolia.jobs.sample.EmbedInput;
import org.spolia.jobs.sample.ProbeInputs;
import org.spolia.jobs.sample.Sample;
import org.spolia.jobs.sample.SampleColumns;
import org.spolia.jobs.sample.SampleCutter;
import org.spolia.jobs.stream.SessionSettings;
import org.spolia.jobs.stream.Summary;
import org.spolia.jobs.tables.InternalRows;
import org.spolia.jobs.tables.ShardTable;

/**
 * The samples of a table as input of an encoder, on the driver. Samples without an embedding are left out.
 *
 * @param shape the shape of each sample
 */
record SampleWindows(SampleShape shape, List<SampleVector> samples) {

    private record Found(SampleVector sample, SampleShape shape) implements Serializable {}

    /**
     * Reads the samples.
     *
     * @param title their name in messages
     * @throws ExperimentException if there are none, they differ in shape, or the driver cannot hold them
     */
    static SampleWindows read(Summary summary, ShardTable table, EmbeddingConfig config, String title) {
        return read(summary, table, config, config.window(), config.stride(), title);
    }

    /** Reads the single frames of the samples. */
    static SampleWindows frames(Summary summary, ShardTable table, EmbeddingConfig config, String title) {
        return read(summary, table, config, 1, 1, title);
    }

    private static SampleWindows read(
            Summary summary, ShardTable table, EmbeddingConfig config, int window, int stride, String title) {
        SampleColumns columns = SampleColumns.of(table, config.inputCols());
        SampleCutter cutter = new SampleCutter(columns, config.grid(), window, stride);
        Dataset<Row> rows = summary.read(table).select(columns.select(table.schema()));
        SessionSettings settings = SessionSettings.set(rows.sparkSession(), EmbedInput.ONE_FILE_A_PARTITION);
        try {
            JavaRDD<Found> found = InternalRows.of(rows).mapPartitions(part -> found(cutter.of(part)));
            long numbers = found.map(one -> (long) one.shape.values()).fold(0L, Long::sum);
            ProbeInputs.requireRoom(title, numbers);
            return of(found.collect(), title);
        } finally {
            settings.restore();
        }
    }

    private static Iterator<Found> found(Iterator<Sample> samples) {
        List<Found> found = new ArrayList<>();
        samples.forEachRemaining(sample -> {
            SampleShape shape = sample.window().shape();
            if (shape != null && sample.isUsable()) {
                found.add(
                        new Found(new SampleVector(sample.key(), sample.window().values()), shape));
            }
        });
        return found.iterator();
    }

    private static SampleWindows of(List<Found> found, String title) {
        if (found.isEmpty()) {
            throw new ExperimentException("There are no samples of " + title + " to learn from");
        }
        SampleShape shape = found.get(0).shape;
        for (Found one : found) {
            if (!one.shape.equals(shape)) {
                throw new ExperimentException("Samples of " + title + " are " + shape + " and " + one.shape
                        + ", but fine-tuning needs samples of one shape; embed on one grid");
            }
        }
        return new SampleWindows(shape, found.stream().map(Found::sample).toList());
    }
}
