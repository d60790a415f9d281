package org.spolia.jobs.pretrain;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.InternalRow;
import org.jspecify.annotations.Nullable;
import org.spolia.embedding.SampleShape;
import org.spolia.embedding.pretraining.SampleSet;
import org.spolia.embedding.token.Tokeniser;
import org.spolia.experiment.configuration.encoder.PretrainingConfig;
import org.spolia.experiment.data.ContentHash;
import org.spolia.experiment.sample.FrameKey;
import org.spolia.experiment.sample.SampleKey;
import org.spolia.jobs.sample.EmbedInput;
import org.spolia.jobs.sample.Sample;
import org.spolia.jobs.sample.SampleColumns;
import org.spolia.jobs.sample.SampleCutter;
import org.spolia.jobs.stream.SessionSettings;
import org.spolia.jobs.stream.Summary;
import org.spolia.jobs.tables.InternalRows;
import org.spolia.jobs.tables.ShardTable;

/**
 * The training samples of encoders. The tables are read twice, first for the hashes of all samples and then for the
 * values of the drawn ones, so that neither a task nor the driver ever holds more.
 *
 * @param sets the samples grouped by shape, in the order of their hashes
 */
record PretrainingSamples(List<SampleSet> sets, SampleDraw draw) {
    private static final long MOST_BYTES = 128L << 20;

    /** The levels of the tree that combines draws, so that the driver does not receive one for each file. */
    private static final int LEVELS = 2;

    /** A table at its version, and the columns that are read. */
    record Part(String table, SampleColumns columns, Dataset<Row> rows) {}

    @SuppressWarnings("ArrayRecordComponent")
    private record Held(String hash, SampleShape shape, float[] values) implements Serializable {}

    /**
     * Reads the samples.
     *
     * @param tokeniser makes tokens of objects; null if samples are values
     */
    static PretrainingSamples read(
            SparkSession spark,
            PretrainingConfig config,
            List<ShardTable> tables,
            Summary summary,
            @Nullable Tokeniser tokeniser) {
        SessionSettings settings = SessionSettings.set(spark, EmbedInput.ONE_FILE_A_PARTITION);
        try {
            List<Part> parts = tables.stream()
                    .map(table -> part(config, table, summary, tokeniser))
                    .toList();
            SampleDraw draw = new SampleDraw(config.samples(), MOST_BYTES);
            for (Part part : parts) {
                draw.with(draw(part, config));
            }
            List<Held> held = new ArrayList<>();
            parts.forEach(part -> held.addAll(hold(part, config, draw)));
            held.sort(Comparator.comparing(Held::hash));
            return new PretrainingSamples(sets(held), draw);
        } finally {
            settings.restore();
        }
    }

    private static Part part(
            PretrainingConfig config, ShardTable table, Summary summary, @Nullable Tokeniser tokeniser) {
        SampleColumns columns = tokeniser == null
                ? SampleColumns.of(table, config.inputCols())
                : SampleColumns.of(table, config.inputCols(), tokeniser);
        Column[] wanted = columns.select(table.schema());
        return new Part(
                table.tableName(),
                columns,
                PretrainingRows.of(config, table, summary).select(wanted));
    }

    private static SampleDraw draw(Part part, PretrainingConfig config) {
        Windows windows = Windows.of(part, config);
        int most = config.samples();
        JavaRDD<SampleDraw> draws = InternalRows.of(part.rows()).mapPartitions(rows -> {
            SampleDraw draw = new SampleDraw(most, MOST_BYTES);
            windows.of(rows).forEachRemaining(sample -> {
                if (sample.isUsable()) {
                    draw.add(windows.hash(sample), (long) sample.window().values().length * Float.BYTES);
                } else {
                    draw.addUnusable();
                }
            });
            return List.of(draw).iterator();
        });
        return draws.getNumPartitions() == 0
                ? new SampleDraw(most, MOST_BYTES)
                : draws.treeReduce(SampleDraw::with, LEVELS);
    }

    private static List<Held> hold(Part part, PretrainingConfig config, SampleDraw draw) {
        Windows windows = Windows.of(part, config);
        return InternalRows.of(part.rows())
                .mapPartitions(rows -> {
                    List<Held> held = new ArrayList<>();
                    windows.of(rows).forEachRemaining(sample -> {
                        SampleShape shape = sample.window().shape();
                        String hash = windows.hash(sample);
                        if (shape != null && draw.holds(hash)) {
                            held.add(new Held(hash, shape, sample.window().values()));
                        }
                    });
                    return held.iterator();
                })
                .collect();
    }

    private static List<SampleSet> sets(List<Held> held) {
        Map<String, List<Held>> byShape = new TreeMap<>();
        held.forEach(sample -> byShape.computeIfAbsent(sample.shape().toString(), shape -> new ArrayList<>())
                .add(sample));
        return byShape.values().stream()
                .map(same -> new SampleSet(
                        same.get(0).shape(), same.stream().map(Held::values).toList()))
                .toList();
    }

    /** The windows in rows of a table. */
    private record Windows(String table, SampleCutter cutter) implements Serializable {
        static Windows of(Part part, PretrainingConfig config) {
            return new Windows(
                    part.table(), new SampleCutter(part.columns(), config.grid(), config.window(), config.stride()));
        }

        Iterator<Sample> of(Iterator<InternalRow> rows) {
            return cutter.of(rows);
        }

        String hash(Sample sample) {
            SampleKey key = sample.key();
            String place = key instanceof FrameKey frame ? frame.trajectory() + "/" + frame.step() : "row " + key.row();
            return ContentHash.of("pretraining sample")
                    .add(List.of(table, key.file(), place))
                    .hex();
        }
    }
}
