package org.spolia.jobs.probe;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.jspecify.annotations.Nullable;
import org.spolia.embedding.SampleShape;
import org.spolia.experiment.configuration.encoder.EmbeddingConfig;
import org.spolia.experiment.probe.SamplePicture;
import org.spolia.experiment.row.RetrievedSample;
import org.spolia.jobs.pipeline.SessionSettings;
import org.spolia.jobs.pipeline.Summary;
import org.spolia.jobs.sample.EmbedInput;
import org.spolia.jobs.sample.Sample;
import org.spolia.jobs.sample.SampleColumns;
import org.spolia.jobs.sample.SampleCutter;
import org.spolia.jobs.sample.SampleKey;
import org.spolia.jobs.tables.InternalRows;
import org.spolia.jobs.tables.ShardKind;
import org.spolia.jobs.tables.ShardTable;

/** Pictures of the samples that encoders retrieved, made where their rows are read, so that the driver holds pictures alone. */
final class SamplePictures {
    private SamplePictures() {}

    /** Where a sample is in its table. */
    private record Place(
            String file,
            @Nullable Integer trajectory,
            @Nullable Integer step,
            @Nullable Long row) implements Serializable {
        static Place of(RetrievedSample sample) {
            return new Place(sample.file(), sample.trajectory(), sample.step(), sample.row());
        }
    }

    @SuppressWarnings("ArrayRecordComponent")
    private record Made(Place place, byte[] png) implements Serializable {}

    /** The same samples with their pictures; {@code config} says how they were cut from the table. */
    static List<RetrievedSample> of(
            Summary summary, ShardTable table, EmbeddingConfig config, List<RetrievedSample> samples) {
        Set<Place> wanted = new HashSet<>();
        samples.forEach(sample -> wanted.add(Place.of(sample)));
        Map<Place, byte[]> pictures = new HashMap<>();
        made(summary, table, config, wanted).forEach(made -> pictures.put(made.place, made.png));
        return samples.stream()
                .map(sample -> sample.with(pictures.get(Place.of(sample))))
                .toList();
    }

    private static List<Made> made(Summary summary, ShardTable table, EmbeddingConfig config, Set<Place> wanted) {
        SampleColumns columns = SampleColumns.of(table, drawn(table, config.inputCols()));
        SampleCutter cutter = new SampleCutter(columns, config.grid(), config.window(), config.stride());
        String[] files = wanted.stream().map(Place::file).distinct().toArray(String[]::new);
        Dataset<Row> rows = summary.read(table)
                .filter(functions.col("file").isin((Object[]) files))
                .select(columns.select(table.schema()));
        SessionSettings settings = SessionSettings.set(rows.sparkSession(), EmbedInput.ONE_FILE_A_PARTITION);
        try {
            return InternalRows.of(rows)
                    .mapPartitions(part -> made(cutter.of(part), wanted))
                    .collect();
        } finally {
            settings.restore();
        }
    }

    /** Columns of a survey are numbers, spectra and images, of which one is drawn, what was named last; others go together. */
    private static List<String> drawn(ShardTable table, List<String> wanted) {
        return table.kind() == ShardKind.SURVEYS ? wanted.subList(wanted.size() - 1, wanted.size()) : wanted;
    }

    private static Iterator<Made> made(Iterator<Sample> samples, Set<Place> wanted) {
        List<Made> made = new ArrayList<>();
        samples.forEachRemaining(sample -> {
            SampleKey key = sample.key();
            Place place = new Place(key.file(), key.trajectory(), key.step(), key.row());
            SampleShape shape = sample.window().shape();
            if (shape != null && wanted.contains(place)) {
                SamplePicture.png(sample.window().values(), shape.frames(), shape.extent())
                        .ifPresent(png -> made.add(new Made(place, png)));
            }
        });
        return made.iterator();
    }
}
