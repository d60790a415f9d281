package org.spolia.jobs.embed;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.spolia.embedding.EncoderBundle;
import org.spolia.embedding.Manifest;
import org.spolia.embedding.Preprocessing;
import org.spolia.embedding.token.Tokeniser;
import org.spolia.experiment.ExperimentException;
import org.spolia.experiment.configuration.encoder.EmbeddingConfig;
import org.spolia.experiment.configuration.encoder.EncoderModel;
import org.spolia.experiment.data.ContentHash;
import org.spolia.experiment.row.EncoderRow;
import org.spolia.jobs.encoder.ConfiguredEncoder;
import org.spolia.jobs.encoder.EncoderSettings;
import org.spolia.jobs.sample.EmbedInput;
import org.spolia.jobs.sample.SampleColumns;
import org.spolia.jobs.stream.RowStage;
import org.spolia.jobs.tables.ShardTable;
import org.spolia.jobs.tables.Table;
import org.spolia.jobs.tables.Warehouse;
import org.spolia.symbolic.key.Names;

/** {@code embed}: embeds the frames or objects of a table, once for each encoder and setting. */
public final class EmbedStage {
    private final EmbeddingConfig config;
    private final ShardTable table;
    private final SampleColumns columns;
    private final EncoderBundle bundle;
    private final Warehouse warehouse;

    private EmbedStage(
            EmbeddingConfig config,
            ShardTable table,
            SampleColumns columns,
            EncoderBundle bundle,
            Warehouse warehouse) {
        this.config = config;
        this.table = table;
        this.columns = columns;
        this.bundle = bundle;
        this.warehouse = warehouse;
    }

    /**
     * Returns the stage for one table of a configuration; empty while the table has no rows.
     *
     * @throws ExperimentException if there is no such table or column, or the bundle cannot be used
     */
    public static Optional<EmbedStage> of(EmbeddingConfig config, String name, Warehouse warehouse) {
        ShardTable table = table(name, warehouse);
        return ConfiguredEncoder.of(config, table, warehouse)
                .map(encoder -> new EmbedStage(config, table, encoder.columns(), encoder.bundle(), warehouse));
    }

    private static ShardTable table(String name, Warehouse warehouse) {
        return warehouse
                .shardTable(name)
                .orElseThrow(() -> new ExperimentException("There is no table " + name
                        + " to embed; create it with stage shard, from a data set of that name in 'shards'"));
    }

    /** The table and the encoder, for messages. */
    public String title() {
        return table + " with " + bundle.manifest().name() + (config.hasSeed() ? " " + config.seed() : "");
    }

    public ShardTable table() {
        return table;
    }

    /** The name of the encoder in table encoders. */
    public String encoderName() {
        return bundle.manifest().name();
    }

    /** The id of the encoder in table encoders. */
    public String encoderId() {
        return bundle.id();
    }

    /** The setting of the encoder in table embeddings. */
    public String setting() {
        return config.setting(columns.channels());
    }

    /**
     * Returns the stream of rows. The encoder and the entry's setting are in their tables before the first embedding.
     */
    public RowStage rows() {
        warehouse.appendMissing(Table.ENCODERS, List.of(encoder()));
        EncoderSettings.record(warehouse, config, table.tableName(), bundle.id(), setting());
        EmbedInput input = new EmbedInput(table, columns, config.filesPerBatch());
        String options =
                ContentHash.of("embed").add(List.of(bundle.id(), setting())).hex();
        return new RowStage(
                EmbedDefinition.INFO, input, List.of(Table.EMBEDDINGS), options, new EmbedWork(bundle, input, config));
    }

    private EncoderRow encoder() {
        Manifest manifest = bundle.manifest();
        boolean raw = config.model() instanceof EncoderModel.Raw;
        return new EncoderRow(
                bundle.id(),
                manifest.name(),
                manifest.engine(),
                raw ? null : manifest.sha256(),
                bundle.bytes(),
                raw ? null : (Integer) manifest.dimension(),
                config.hasSeed() ? (Long) config.seed() : null,
                config.hasSeed() ? Names.kebab(config.architecture()) : null,
                String.join(
                        ", ", manifest.inputs().stream().map(String::valueOf).toList()),
                describe(manifest),
                manifest.pooling().name().toLowerCase(Locale.ROOT),
                manifest.licence());
    }

    private static String describe(Manifest manifest) {
        Tokeniser tokeniser = manifest.tokens();
        return tokeniser == null
                ? describe(manifest.preprocessing())
                : "tokens of " + String.join(", ", tokeniser.names());
    }

    private static String describe(Preprocessing preprocessing) {
        String kind = preprocessing.kind().name().toLowerCase(Locale.ROOT);
        return preprocessing.kind() == Preprocessing.Kind.STANDARDISE
                ? kind + " " + preprocessing.mean() + " " + preprocessing.std()
                : kind;
    }

    /** Describes the number of embeddings, and of samples that have none. */
    public String outcome() {
        Row counts = warehouse
                .read(Table.EMBEDDINGS)
                .filter(functions.col("encoder_id").equalTo(bundle.id()))
                .filter(functions.col("setting").equalTo(setting()))
                .filter(functions.col("dataset").equalTo(table.tableName()))
                .agg(
                        functions.count_if(functions.col("reason").isNull()),
                        functions.count("reason"),
                        functions.min("reason"))
                .head();
        return counts.getLong(0) + " embeddings of " + title()
                + (counts.getLong(1) == 0
                        ? ""
                        : ", and " + counts.getLong(1) + " samples without one, such as: " + counts.getString(2));
    }
}
