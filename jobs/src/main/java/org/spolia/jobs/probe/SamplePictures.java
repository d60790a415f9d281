package org.spolia.jobs.probe;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.spolia.embedding.SampleShape;
import org.spolia.experiment.configuration.encoder.EmbeddingConfig;
import org.spolia.experiment.probe.SamplePicture;
import org.spolia.experiment.row.RetrievedSample;
import org.spolia.jobs.sample.EmbedInput;
import org.spolia.jobs.sample.Sample;
import org.spolia.jobs.sample.SampleColumns;
import org.spolia.jobs.sample.SampleCutter;
import org.spolia.jobs.stream.SessionSettings;
import org.spolia.jobs.stream.Summary;
import org.spolia.jobs.tables.InternalRows;
import org.spolia.jobs.tables.ShardKind;
import org.spolia.jobs.tables.ShardTable;

/**
 * Pictures of the samples that encoders retrieved. Tasks draw them where the rows are read, so that the driver holds
 * pictures only.
 */
final class SamplePictures {
    private SamplePictures() {}

    @SuppressWarnings("ArrayRecordComponent")
    private record Made(String sample, byte[] png) implements Serializable {}

    /** Returns the samples with their pictures; {@code config} defines how they were cut from the table. */
    static List<RetrievedSample> of(
            Summary summary, ShardTable table, EmbeddingConfig config, List<RetrievedSample> samples) {
        Set<String> wanted = new HashSet<>();
        samples.forEach(sample -> wanted.add(sample.key().inWords()));
        Set<String> files = samples.stream().map(RetrievedSample::file).collect(Collectors.toSet());
        Map<String, byte[]> pictures = new HashMap<>();
        made(summary, table, config, files, wanted).forEach(made -> pictures.put(made.sample, made.png));
        return samples.stream()
                .map(sample -> sample.with(pictures.get(sample.key().inWords())))
                .toList();
    }

    private static List<Made> made(
            Summary summary, ShardTable table, EmbeddingConfig config, Set<String> files, Set<String> wanted) {
        SampleColumns columns = SampleColumns.of(table, drawn(table, config.inputCols()));
        SampleCutter cutter = new SampleCutter(columns, config.grid(), config.window(), config.stride());
        Dataset<Row> rows = summary.read(table)
                .filter(functions.col("file").isInCollection(files))
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

    /**
     * The columns to draw. The columns of a survey are numbers, spectra and images; only the last named one is drawn.
     * Other columns are drawn together.
     */
    private static List<String> drawn(ShardTable table, List<String> wanted) {
        return table.kind() == ShardKind.SURVEYS ? wanted.subList(wanted.size() - 1, wanted.size()) : wanted;
    }

    private static Iterator<Made> made(Iterator<Sample> samples, Set<String> wanted) {
        List<Made> made = new ArrayList<>();
        samples.forEachRemaining(sample -> {
            String place = sample.key().inWords();
            SampleShape shape = sample.window().shape();
            if (shape != null && wanted.contains(place)) {
                SamplePicture.png(sample.window().values(), shape.frames(), shape.extent())
                        .ifPresent(png -> made.add(new Made(place, png)));
            }
        });
        return made.iterator();
    }
}
