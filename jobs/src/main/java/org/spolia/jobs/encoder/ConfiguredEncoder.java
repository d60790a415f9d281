package org.spolia.jobs.encoder;

import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.spolia.embedding.BundleException;
import org.spolia.embedding.EncoderBundle;
import org.spolia.embedding.SampleShape;
import org.spolia.embedding.network.Architecture;
import org.spolia.embedding.network.RandomEncoder;
import org.spolia.embedding.network.UnpooledEncoder;
import org.spolia.embedding.token.Tokeniser;
import org.spolia.experiment.ExperimentException;
import org.spolia.experiment.configuration.encoder.EmbeddingConfig;
import org.spolia.experiment.configuration.encoder.EncoderModel;
import org.spolia.jobs.sample.SampleColumns;
import org.spolia.jobs.tables.ShardKind;
import org.spolia.jobs.tables.ShardTable;
import org.spolia.jobs.tables.Warehouse;

/**
 * The encoder of an entry of 'embeddings' for a table, and its input columns.
 *
 * @param columns the columns of the table
 * @param bundle the encoder bundle
 */
public record ConfiguredEncoder(SampleColumns columns, EncoderBundle bundle) {
    /**
     * Returns the encoder of an entry; empty while the table has no rows.
     *
     * @throws ExperimentException if there is no such column, or the bundle cannot be used
     */
    public static Optional<ConfiguredEncoder> of(EmbeddingConfig config, ShardTable table, Warehouse warehouse) {
        SampleColumns columns = SampleColumns.of(table, config.inputCols());
        Dataset<Row> rows = warehouse.read(table);
        if (!config.isPooled() && config.grid().isEmpty()) {
            requireWholeFrames(table, rows);
        }
        Dataset<Row> first = rows.limit(1);
        return first.select(columns.select(table.schema())).collectAsList().stream()
                .findFirst()
                .map(row -> of(config, table, columns, bundle(config, columns, row, warehouse)));
    }

    private static ConfiguredEncoder of(
            EmbeddingConfig config, ShardTable table, SampleColumns columns, EncoderBundle bundle) {
        Tokeniser tokeniser = bundle.manifest().tokens();
        if (tokeniser == null) {
            return new ConfiguredEncoder(columns, bundle);
        }
        if (!config.grid().isEmpty()) {
            throw new ExperimentException("Encoder '" + bundle.manifest().name()
                    + "' takes tokens, which have no grid; remove 'grid' from its entry of 'embeddings'");
        }
        return new ConfiguredEncoder(SampleColumns.of(table, config.inputCols(), tokeniser), bundle);
    }

    /** Without pooling, the first row determines the length of all embeddings. */
    private static void requireWholeFrames(ShardTable table, Dataset<Row> rows) {
        if (table.kind() == ShardKind.SIMULATIONS && !rows.filter("tile > 0").isEmpty()) {
            throw new ExperimentException(
                    "Frames of " + table
                            + " are cut into tiles, and 'pooling: none' needs whole frames; name a coarser 'grid' in the entry of 'embeddings'");
        }
    }

    private static EncoderBundle bundle(EmbeddingConfig config, SampleColumns columns, Row row, Warehouse warehouse) {
        EncoderModel model = config.model();
        if (model instanceof EncoderModel.Bundle bundle) {
            return requireEngine(
                    config,
                    EncoderFiles.read(
                            bundle.folder(), warehouse.spark().sparkContext().hadoopConfiguration()));
        }
        if (model instanceof EncoderModel.Raw) {
            return EncoderBundle.ofRawValues();
        }
        SampleShape sample = example(config, columns, row);
        try {
            EncoderBundle made = model instanceof EncoderModel.Pretrained pretrained
                    ? PretrainedBundles.read(pretrained, config.seed(), warehouse)
                    : RandomEncoder.bundle(
                            Architecture.valueOf(config.architecture().name()), sample, config.seed());
            return config.isPooled() ? made : UnpooledEncoder.of(made, sample);
        } catch (BundleException e) {
            throw new ExperimentException(String.valueOf(e.getMessage()), e);
        }
    }

    /** The launcher reads only the configuration, and puts no other engine on the class path. */
    private static EncoderBundle requireEngine(EmbeddingConfig config, EncoderBundle bundle) {
        String engine = bundle.manifest().engine();
        if (!engine.equals(config.engine())) {
            throw new ExperimentException("Encoder bundle " + config.modelUrl() + " runs on " + engine
                    + ", but its entry of 'embeddings' names " + config.engine() + "; write engine: " + engine);
        }
        return bundle;
    }

    /** The shape of the samples, from the first row. */
    private static SampleShape example(EmbeddingConfig config, SampleColumns columns, Row row) {
        int place = columns.shapePlace(0);
        List<Integer> shape = row.isNullAt(place) ? List.of(length(columns, row)) : row.getList(place);
        boolean bands = columns.kind() == ShardKind.SURVEYS && shape.size() == 3;
        int channels = columns.channels().size() * (bands ? shape.get(0) : 1);
        List<Integer> extent = (bands ? shape.subList(1, 3) : shape)
                .stream().map(length -> Math.max(1, length)).toList();
        return new SampleShape(channels, config.window(), config.grid().isEmpty() ? extent : config.grid());
    }

    /** The length of a column that is not an image. */
    private static int length(SampleColumns columns, Row row) {
        int place = columns.place(0);
        return row.isNullAt(place) ? 0 : row.getList(place).size();
    }
}
