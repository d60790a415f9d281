package org.spolia.jobs.shard;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.spolia.experiment.configuration.data.ShardConfig;
import org.spolia.experiment.configuration.data.ShardFormat;
import org.spolia.experiment.data.ContentHash;
import org.spolia.jobs.source.examine.DataFiles;
import org.spolia.jobs.source.file.SourceFile;
import org.spolia.jobs.source.format.HatsCatalogue;
import org.spolia.jobs.source.hats.HatsFiles;
import org.spolia.jobs.stage.Subject;
import org.spolia.jobs.stream.RowInput;
import org.spolia.jobs.tables.ShardKind;
import org.spolia.jobs.tables.Warehouse;
import org.spolia.jobs.tables.stored.FileView;

/** The files of a data set: as a stream of rows, as files to examine, and as rows to write. */
final class ShardSource implements RowInput {
    /** Size after decoding. Such a part of a table becomes a compressed file of 128 MB or more. */
    private static final String BYTES_PER_FILE = "192m";

    private final ShardConfig config;
    private final FileView listing;
    private final DataFiles files;
    private final Contents contents;

    private ShardSource(ShardConfig config, FileView listing, DataFiles files, Contents contents) {
        this.config = config;
        this.listing = listing;
        this.files = files;
        this.contents = contents;
    }

    /** Reads the rows of some files. */
    private interface Contents {
        Dataset<Row> read(SparkSession spark, List<SourceFile> some, StructType columns);
    }

    static ShardSource of(ShardConfig config, SparkSession spark) {
        Configuration configuration = configuration(spark);
        if (config.format() == ShardFormat.HATS) {
            return ofHats(config, configuration);
        }
        FileView view = ofHdf5(config);
        Map<String, String> options = view.with("on-error", "skip").allOptions();
        DataFiles files = config.format() == ShardFormat.WELL
                ? DataFiles.ofWell(options, configuration)
                : DataFiles.ofUniverse(options, configuration);
        return new ShardSource(
                config,
                view,
                files,
                (session, some, columns) -> view.with("only", lines(some)).read(session, columns));
    }

    private static FileView ofHdf5(ShardConfig config) {
        Map<String, String> options = new LinkedHashMap<>();
        options.put("splits", String.join(",", config.splits()));
        options.put("target-bytes", BYTES_PER_FILE);
        boolean well = config.format() == ShardFormat.WELL;
        options.put(well ? "fields" : "columns", String.join(",", config.fields()));
        if (well) {
            options.put("steps", config.steps());
            options.put("tile", Integer.toString(config.tile()));
            options.put("moments", "true");
            options.put("whole-trajectories", "true");
        }
        return new FileView(config.name(), format(config.format()), config.path(), options);
    }

    /** Spark itself reads Parquet; this class only lists the files and their content. */
    private static ShardSource ofHats(ShardConfig config, Configuration configuration) {
        HatsCatalogue catalogue = HatsCatalogue.of(config.path(), configuration);
        HatsFiles files = HatsFiles.of(catalogue, config.fields(), configuration);
        FileView listing = new FileView(
                config.name(),
                format(ShardFormat.UNIVERSE),
                catalogue.root(),
                Map.of("names", format(config.format())));
        return new ShardSource(config, listing, files, (spark, some, columns) -> {
            List<String> paths = some.stream().map(SourceFile::path).toList();
            return files.arrange(FileView.parquet(spark, paths, files.parquet(some)), columns);
        });
    }

    private static String lines(List<SourceFile> files) {
        return String.join("\n", files.stream().map(SourceFile::line).toList());
    }

    /** The name of the format in configurations, which is also the name of our Spark sources. */
    private static String format(ShardFormat format) {
        return format.name().toLowerCase(Locale.ROOT);
    }

    private static Configuration configuration(SparkSession spark) {
        return spark.sparkContext().hadoopConfiguration();
    }

    String dataset() {
        return config.name();
    }

    ShardKind kind() {
        return config.format() == ShardFormat.WELL ? ShardKind.SIMULATIONS : ShardKind.SURVEYS;
    }

    DataFiles files() {
        return files;
    }

    /** Reads the rows of these files only. */
    Dataset<Row> read(SparkSession spark, List<SourceFile> some, StructType columns) {
        return contents.read(spark, some, columns);
    }

    @Override
    public String name() {
        return kind() + "." + dataset();
    }

    /** Further splits of the same data set only add files. Any other change gives other rows for the same files. */
    @Override
    public String id(Warehouse warehouse) {
        return ContentHash.of("source")
                .add(List.of(files.root(), format(config.format()), config.steps(), Integer.toString(config.tile())))
                .add(config.fields())
                .hex();
    }

    @Override
    public String mark(Warehouse warehouse) {
        return ContentHash.of("files")
                .add(id(warehouse))
                .add(files.list().stream().map(SourceFile::line).toList())
                .hex();
    }

    @Override
    public Dataset<Row> stream(Warehouse warehouse) {
        return listing
                .with("rows", "files")
                .with("maxFilesPerTrigger", Integer.toString(config.filesPerBatch()))
                .stream(warehouse.spark());
    }

    @Override
    public Subject subject() {
        return Subject.FILE;
    }

    @Override
    public String identityMismatch(Warehouse warehouse, String stage) {
        return "Folder " + files.root() + ", or the selection of fields, steps and tiles, differs from the one"
                + " that stage " + stage + " has used for table " + name() + " so far";
    }
}
