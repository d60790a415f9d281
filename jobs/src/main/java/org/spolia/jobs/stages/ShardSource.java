package org.spolia.jobs.stages;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.spolia.experiment.configuration.ShardConfig;
import org.spolia.experiment.configuration.ShardFormat;
import org.spolia.experiment.data.ContentHash;
import org.spolia.jobs.source.DataFiles;
import org.spolia.jobs.source.SourceFile;
import org.spolia.jobs.tables.FileView;
import org.spolia.jobs.tables.ShardKind;
import org.spolia.jobs.tables.Warehouse;

/** The files of a data set: as rows to come, as files to be examined, and as rows to be written. */
final class ShardSource implements RowInput {
    /** Decoded; compressed, such a part of a table is a file of 128 MB or more. */
    private static final String BYTES_PER_FILE = "192m";

    private final ShardConfig config;
    private final FileView contents;
    private final DataFiles files;

    private ShardSource(ShardConfig config, FileView contents, DataFiles files) {
        this.config = config;
        this.contents = contents;
        this.files = files;
    }

    static ShardSource of(ShardConfig config, SparkSession spark) {
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
        FileView contents = new FileView(config.name(), well ? "well" : "universe", config.path(), options);
        return new ShardSource(config, contents, files(contents, well, configuration(spark)));
    }

    private static DataFiles files(FileView contents, boolean well, Configuration configuration) {
        Map<String, String> options = contents.with("on-error", "skip").allOptions();
        return well ? DataFiles.ofWell(options, configuration) : DataFiles.ofUniverse(options, configuration);
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

    /** What is in these files, and in no others. */
    Dataset<Row> read(SparkSession spark, List<SourceFile> some, StructType columns) {
        String lines = String.join("\n", some.stream().map(SourceFile::line).toList());
        return contents.with("only", lines).read(spark, columns);
    }

    @Override
    public String name() {
        return kind() + "." + dataset();
    }

    /** Other splits of the same data set are more files of it; anything else makes other rows of the same files. */
    @Override
    public String id(Warehouse warehouse) {
        return ContentHash.of("source")
                .add(List.of(files.root(), contents.format(), config.steps(), Integer.toString(config.tile())))
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
        return contents
                .with("rows", "files")
                .with("maxFilesPerTrigger", Integer.toString(config.filesPerBatch()))
                .stream(warehouse.spark());
    }

    @Override
    public Subject subject() {
        return Subject.FILE;
    }

    @Override
    public String strangeness(Warehouse warehouse, String stage) {
        return "Folder " + files.root() + ", or the fields, steps and tiles that are taken from there, are not those"
                + " that stage " + stage + " has made table " + name() + " of so far";
    }
}
