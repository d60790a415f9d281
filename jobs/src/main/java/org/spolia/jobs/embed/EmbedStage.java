package org.spolia.jobs.embed;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.spolia.embedding.BundleException;
import org.spolia.embedding.EncoderBundle;
import org.spolia.embedding.Manifest;
import org.spolia.embedding.Preprocessing;
import org.spolia.embedding.SampleShape;
import org.spolia.embedding.network.Architecture;
import org.spolia.embedding.network.RandomEncoder;
import org.spolia.embedding.network.UnpooledEncoder;
import org.spolia.embedding.token.Tokeniser;
import org.spolia.experiment.ExperimentException;
import org.spolia.experiment.configuration.encoder.EmbeddingConfig;
import org.spolia.experiment.data.ContentHash;
import org.spolia.experiment.probe.ProbeArm;
import org.spolia.experiment.row.EncoderRow;
import org.spolia.jobs.encoder.EncoderFiles;
import org.spolia.jobs.encoder.PretrainedBundles;
import org.spolia.jobs.pipeline.RowStage;
import org.spolia.jobs.sample.EmbedInput;
import org.spolia.jobs.sample.SampleColumns;
import org.spolia.jobs.tables.ShardKind;
import org.spolia.jobs.tables.ShardTable;
import org.spolia.jobs.tables.Table;
import org.spolia.jobs.tables.Warehouse;

/** {@code embed}: makes vectors of the frames or objects of a table with an encoder, for each encoder and setting once. */
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
     * The stage for one of the tables of a configuration; empty while the table has no row.
     *
     * @throws ExperimentException if there is no such table or column, or the bundle cannot be used
     */
    public static Optional<EmbedStage> of(EmbeddingConfig config, String name, Warehouse warehouse) {
        ShardTable table = table(name, warehouse);
        SampleColumns columns = SampleColumns.of(table, config.inputCols());
        Dataset<Row> rows = warehouse.read(table);
        if (!config.isPooled() && config.grid().isEmpty()) {
            requireWholeFrames(table, rows);
        }
        Dataset<Row> first = rows.limit(1);
        return first.select(columns.select(table.schema())).collectAsList().stream()
                .findFirst()
                .map(row -> of(config, table, columns, bundle(config, columns, row, warehouse), warehouse));
    }

    private static EmbedStage of(
            EmbeddingConfig config,
            ShardTable table,
            SampleColumns columns,
            EncoderBundle bundle,
            Warehouse warehouse) {
        Tokeniser tokeniser = bundle.manifest().tokens();
        if (tokeniser == null) {
            return new EmbedStage(config, table, columns, bundle, warehouse);
        }
        if (!config.grid().isEmpty()) {
            throw new ExperimentException("Encoder '" + bundle.manifest().name()
                    + "' takes tokens, which are on no grid; remove 'grid' from its entry of 'embeddings'");
        }
        return new EmbedStage(config, table, SampleColumns.of(table, config.inputCols(), tokeniser), bundle, warehouse);
    }

    /** Vectors that are not pooled are as long as the first row says. */
    private static void requireWholeFrames(ShardTable table, Dataset<Row> rows) {
        if (table.kind() == ShardKind.SIMULATIONS && !rows.filter("tile > 0").isEmpty()) {
            throw new ExperimentException(
                    "Frames of " + table
                            + " are cut into tiles, and vectors of 'pooling: none' need whole ones; name a coarser 'grid' in the entry of 'embeddings'");
        }
    }

    private static ShardTable table(String name, Warehouse warehouse) {
        return warehouse
                .shardTable(name)
                .orElseThrow(() -> new ExperimentException("There is no table " + name
                        + " to embed; make it with stage shard, from a data set of that name in 'shards'"));
    }

    private static EncoderBundle bundle(EmbeddingConfig config, SampleColumns columns, Row row, Warehouse warehouse) {
        if (config.isBundle()) {
            return requireEngine(
                    config,
                    EncoderFiles.read(
                            config.modelUrl(), warehouse.spark().sparkContext().hadoopConfiguration()));
        }
        if (config.modelUrl().equals(EmbeddingConfig.RAW)) {
            return EncoderBundle.ofRawValues();
        }
        SampleShape sample = example(config, columns, row);
        try {
            EncoderBundle made = config.isPretrained()
                    ? PretrainedBundles.read(config, warehouse)
                    : RandomEncoder.bundle(
                            Architecture.valueOf(config.architecture().name()), sample, config.seed());
            return config.isPooled() ? made : UnpooledEncoder.of(made, sample);
        } catch (BundleException e) {
            throw new ExperimentException(String.valueOf(e.getMessage()), e);
        }
    }

    /** The launcher reads the configuration alone, and puts no other engine on the class path. */
    private static EncoderBundle requireEngine(EmbeddingConfig config, EncoderBundle bundle) {
        String engine = bundle.manifest().engine();
        if (!engine.equals(config.engine())) {
            throw new ExperimentException("Encoder bundle " + config.modelUrl() + " is run by " + engine
                    + ", and its entry of 'embeddings' says " + config.engine() + "; write engine: " + engine);
        }
        return bundle;
    }

    /** A sample like those to come. */
    private static SampleShape example(EmbeddingConfig config, SampleColumns columns, Row row) {
        int place = columns.shapePlace(0);
        List<Integer> shape = row.isNullAt(place) ? List.of(length(columns, row)) : row.getList(place);
        boolean bands = columns.kind() == ShardKind.SURVEYS && shape.size() == 3;
        int channels = columns.channels().size() * (bands ? shape.get(0) : 1);
        List<Integer> extent = (bands ? shape.subList(1, 3) : shape)
                .stream().map(length -> Math.max(1, length)).toList();
        return new SampleShape(channels, config.window(), config.grid().isEmpty() ? extent : config.grid());
    }

    /** Of a column that is no image. */
    private static int length(SampleColumns columns, Row row) {
        int place = columns.place(0);
        return row.isNullAt(place) ? 0 : row.getList(place).size();
    }

    /** What it embeds and with what. */
    public String title() {
        return table + " with " + bundle.manifest().name() + (config.hasSeed() ? " " + config.seed() : "");
    }

    /** What it embeds. */
    public ShardTable table() {
        return table;
    }

    /** What is asked for. */
    public EmbeddingConfig config() {
        return config;
    }

    /** The encoder. */
    public EncoderBundle bundle() {
        return bundle;
    }

    /** What the encoder is called in table encoders. */
    public String encoderName() {
        return bundle.manifest().name();
    }

    /** The id of the encoder, in table encoders. */
    public String encoderId() {
        return bundle.id();
    }

    /** What the encoder is given, as table embeddings has it. */
    public String setting() {
        return config.setting(columns.channels());
    }

    /** What it makes, as stage probe compares it. */
    public ProbeArm arm() {
        return new ProbeArm(encoderId(), encoderName(), setting(), config.window(), config.stride());
    }

    /** The rows as they come. The encoder is in its table before the first vector. */
    public RowStage rows() {
        List<EncoderRow> missing = warehouse.missing(Table.ENCODERS, List.of(encoder()));
        if (!missing.isEmpty()) {
            warehouse.append(Table.ENCODERS, missing);
        }
        EmbedInput input = new EmbedInput(table, columns, config.filesPerBatch());
        String options = ContentHash.of("embed")
                .add(List.of(bundle.id(), config.setting(columns.channels())))
                .hex();
        return new RowStage(
                EmbedDefinition.INFO, input, List.of(Table.EMBEDDINGS), options, new EmbedWork(bundle, input, config));
    }

    private EncoderRow encoder() {
        Manifest manifest = bundle.manifest();
        boolean raw = config.modelUrl().equals(EmbeddingConfig.RAW);
        return new EncoderRow(
                bundle.id(),
                manifest.name(),
                manifest.engine(),
                raw ? null : manifest.sha256(),
                bundle.bytes(),
                raw ? null : (Integer) manifest.dimension(),
                config.hasSeed() ? (Long) config.seed() : null,
                config.hasSeed() ? config.architecture().inWords() : null,
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

    /** How many vectors there are, and how many samples have none, in words. */
    public String outcome() {
        Row counts = warehouse
                .read(Table.EMBEDDINGS)
                .filter(functions.col("encoder_id").equalTo(bundle.id()))
                .filter(functions.col("setting").equalTo(config.setting(columns.channels())))
                .filter(functions.col("dataset").equalTo(table.tableName()))
                .agg(
                        functions.count_if(functions.col("reason").isNull()),
                        functions.count("reason"),
                        functions.min("reason"))
                .head();
        return counts.getLong(0) + " vectors of " + title()
                + (counts.getLong(1) == 0
                        ? ""
                        : ", and " + counts.getLong(1) + " samples without one, such as: " + counts.getString(2));
    }
}
