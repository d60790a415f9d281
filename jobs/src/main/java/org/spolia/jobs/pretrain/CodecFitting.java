package org.spolia.jobs.pretrain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.StructType;
import org.spolia.embedding.token.Codec;
import org.spolia.embedding.token.Modality;
import org.spolia.embedding.token.SpectrumColumns;
import org.spolia.embedding.token.Tokeniser;
import org.spolia.experiment.ExperimentException;
import org.spolia.experiment.configuration.encoder.PretrainingConfig;
import org.spolia.jobs.sample.SampleColumns;
import org.spolia.jobs.sample.SurveyObject;
import org.spolia.jobs.stream.Summary;
import org.spolia.jobs.tables.InternalRows;
import org.spolia.jobs.tables.ShardTable;

/** The codecs of the modalities that an entry of 'pretraining' names, fitted to training objects. */
final class CodecFitting {
    /**
     * Codecs are fitted to the objects with the smallest hashes of their keys. This number is sufficient for quantiles
     * of 256 bins and for principal components of patches.
     */
    private static final int MOST_OBJECTS = 4096;

    private static final int IMAGE_AXES = 3;

    private final PretrainingConfig config;
    private final List<ShardTable> tables;
    private final Summary summary;

    private CodecFitting(PretrainingConfig config, List<ShardTable> tables, Summary summary) {
        this.config = config;
        this.tables = tables;
        this.summary = summary;
    }

    /**
     * Returns the tokeniser for the objects of all tables.
     *
     * @throws ExperimentException if a column is not a modality, or there are too few objects
     */
    static Tokeniser fit(PretrainingConfig config, List<ShardTable> tables, Summary summary) {
        return new CodecFitting(config, tables, summary).fit();
    }

    private Tokeniser fit() {
        try {
            List<Modality> modalities =
                    config.inputCols().stream().map(this::modality).toList();
            List<Map<String, float[]>> objects = objects(modalities);
            List<Codec> codecs = new ArrayList<>();
            modalities.forEach(modality -> codecs.add(modality.fit(objects)));
            return new Tokeniser(codecs, Tokeniser.Numbering.JOINT);
        } catch (IllegalArgumentException e) {
            throw new ExperimentException("Pretraining '" + config.name() + "': " + e.getMessage(), e);
        }
    }

    /**
     * The modality of a column, by its type and its neighbouring columns, whose names follow the Multimodal Universe.
     */
    private Modality modality(String column) {
        ShardTable table = tables.get(0);
        StructType schema = table.schema();
        List<String> there = List.of(schema.fieldNames());
        SampleColumns.of(table, List.of(column));
        if (!(schema.apply(column).dataType() instanceof ArrayType)) {
            return column.equalsIgnoreCase("z") || column.equalsIgnoreCase("redshift")
                    ? new Modality.Redshift(column)
                    : new Modality.Scalar(column);
        }
        Optional<SpectrumColumns> spectrum = SpectrumColumns.ofFlux(column);
        if (spectrum.isPresent() && there.containsAll(spectrum.get().all())) {
            return new Modality.OfSpectrum(spectrum.get().name());
        }
        List<Integer> shape = there.contains(column + "_shape") ? shape(column) : List.of();
        if (shape.size() == IMAGE_AXES) {
            return new Modality.Image(column, shape.get(0), shape.get(1), shape.get(2));
        }
        throw new ExperimentException("Pretraining '" + config.name() + "': column '" + column + "' of table " + table
                + " is not a modality: name a number, an image of bands (" + column
                + "_shape), or the flux of a spectrum (NAME_flux together with NAME_ivar, NAME_lambda and NAME_mask)");
    }

    private List<Integer> shape(String column) {
        List<Row> first = PretrainingRows.of(config, tables.get(0), summary)
                .select(functions.col(column + "_shape"))
                .filter(functions.col(column + "_shape").isNotNull())
                .limit(1)
                .collectAsList();
        return first.isEmpty() ? List.of() : first.get(0).getList(0);
    }

    private List<Map<String, float[]>> objects(List<Modality> modalities) {
        List<String> wanted = modalities.stream()
                .flatMap(modality -> modality.columns().stream())
                .toList();
        List<Map<String, float[]>> objects = new ArrayList<>();
        for (ShardTable table : tables) {
            SampleColumns columns = SampleColumns.ofAny(table, wanted);
            Dataset<Row> rows = PretrainingRows.of(config, table, summary)
                    .orderBy(functions.xxhash64(functions.col("file"), functions.col("row")), functions.col("row"))
                    .limit(MOST_OBJECTS / tables.size())
                    .select(columns.select(table.schema()));
            objects.addAll(InternalRows.of(rows)
                    .map(row -> new HashMap<>(SurveyObject.values(row, columns)))
                    .collect());
        }
        return objects;
    }
}
