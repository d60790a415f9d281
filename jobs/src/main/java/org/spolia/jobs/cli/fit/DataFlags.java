package org.spolia.jobs.cli.fit;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;
import org.spolia.experiment.ExperimentException;
import org.spolia.experiment.data.ColumnChoice;
import org.spolia.experiment.data.DelimitedFile;
import org.spolia.experiment.data.NumericTable;
import org.spolia.experiment.data.TextColumn;
import org.spolia.experiment.data.TrainingTable;
import org.spolia.jobs.cli.common.FilePlace;
import org.spolia.jobs.cli.common.FormatFlags;
import org.spolia.jobs.cli.common.MemoryNeed;
import org.spolia.jobs.cli.common.QueryTable;
import org.spolia.jobs.cli.common.SessionFlags;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The options of {@code fit} that say where the rows are and what is explained by what. */
final class DataFlags {
    @Parameters(
            index = "0",
            paramLabel = "DATA",
            description =
                    "a delimited file with a line of column names, a Parquet file, the folder of a Delta table, or"
                            + " FORMAT:PATH[;OPTION=VALUE] with FORMAT well, universe, hdf5, parquet or delta")
    private String data = "";

    @Option(
            names = "--query",
            paramLabel = "SQL",
            description = "what to fit of DATA that is no delimited file, as a query over the table data")
    private @Nullable String query;

    @Option(
            names = {"--target", "-y"},
            split = ",",
            paramLabel = "COLUMN",
            description =
                    "the column to explain, or several, separated by commas: then each has a search and, in the output"
                            + " folder, a folder of its own, and --seconds is for all of them, --evaluations for each")
    private List<String> targets = new ArrayList<>();

    @Option(
            names = "--features",
            split = ",",
            paramLabel = "COLUMN",
            description =
                    "the columns to use, separated by commas; * stands for any text and ? for one character, as in"
                            + " 'x*,temp'; all others if not given")
    private List<String> features = new ArrayList<>();

    @Option(
            names = "--exclude",
            split = ",",
            paramLabel = "COLUMN",
            description = "columns to leave out, in the same way, such as those that hold text")
    private List<String> exclude = new ArrayList<>();

    @Option(
            names = "--weights",
            paramLabel = "COLUMN",
            description = "the column with the weights of the rows; with 1/σ² the loss is that of unequal errors")
    private @Nullable String weights;

    @Mixin
    private FormatFlags formatFlags = new FormatFlags();

    @Mixin
    private SessionFlags sessionFlags = new SessionFlags();

    private List<String> columns = List.of();

    private MemoryNeed memory = new MemoryNeed("", 0, 0);

    /** What the table that was read takes. */
    MemoryNeed memory() {
        return memory;
    }

    /** All columns of the table that was read. */
    List<String> columns() {
        return columns;
    }

    /** The columns to explain. */
    List<String> targets() {
        if (targets.isEmpty()) {
            throw new ExperimentException("--target is missing; name the column to explain, as in --target y");
        }
        Set<String> seen = new HashSet<>();
        for (String target : targets) {
            if (!seen.add(target)) {
                throw new ExperimentException("--target: '" + target + "' is given twice; give each column once");
            }
        }
        return targets;
    }

    /** How the command line says where the rows are. */
    String place() {
        return data;
    }

    /** The Spark that reads them, where one does, and the warehouse beside. */
    SessionFlags session() {
        return sessionFlags;
    }

    /** What the files of a fit are called by. */
    String name() {
        return FilePlace.recognise(data).map(FilePlace::name).orElseGet(() -> FilePlace.nameOf(data));
    }

    /** A table for each target. */
    List<TrainingTable> read(Optional<String> category) {
        Optional<FilePlace> files = FilePlace.recognise(data);
        if (files.isEmpty()) {
            if (query != null) {
                throw new ExperimentException("--query: " + data + " is read as a delimited file, which takes no query;"
                        + " say what else it is, as in parquet:" + data);
            }
            DelimitedFile file = file();
            return read(file, file.estimatedRows(), category);
        }
        memory = new MemoryNeed(data, 0, 0);
        SparkSession spark = sessionFlags.open();
        try {
            return read(QueryTable.open(spark, files.get(), Optional.ofNullable(query)), 0, category);
        } finally {
            // The search gets the cores and the memory back.
            spark.stop();
        }
    }

    private List<TrainingTable> read(NumericTable table, long rows, Optional<String> category) {
        columns = table.columns();
        Set<String> reserved = new LinkedHashSet<>(targets());
        Optional.ofNullable(weights).ifPresent(reserved::add);
        category.ifPresent(reserved::add);
        List<String> variables = new ColumnChoice(features, exclude).of(table, reserved);
        memory = new MemoryNeed(table.place(), rows, variables.size() + reserved.size());
        memory.requireRoom();
        try {
            return TrainingTable.read(table, targets(), variables, Optional.ofNullable(weights), category);
        } catch (ExperimentException e) {
            List<String> used = new ArrayList<>(variables);
            used.addAll(targets());
            List<TextColumn> texts = table.textColumns(used);
            throw texts.isEmpty() ? e : TextColumn.error(table.place(), texts, targets());
        }
    }

    /**
     * DATA as a delimited file.
     *
     * @param remedy what to do with other files
     */
    DelimitedFile delimited(String remedy) {
        if (FilePlace.recognise(data).isPresent()) {
            throw new ExperimentException("--apply: " + data + " is no delimited file; " + remedy);
        }
        return file();
    }

    private DelimitedFile file() {
        return DelimitedFile.open(Path.of(data), formatFlags.format());
    }
}
