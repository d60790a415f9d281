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
import org.spolia.jobs.rows.RowRoles;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The options of {@code fit} for the source of the rows, the targets and the variables. */
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
            description = "a query over the table data that selects the rows to fit, if DATA is not a delimited file")
    private @Nullable String query;

    @Option(
            names = {"--target", "-y"},
            split = ",",
            paramLabel = "COLUMN",
            description =
                    "the column to predict, or several columns separated by commas. Each has its own search and, in the output"
                            + " folder, its own folder; --seconds is for all of them, --evaluations for each")
    private List<String> targets = new ArrayList<>();

    @Option(
            names = "--features",
            split = ",",
            paramLabel = "COLUMN",
            description = "the columns to use, separated by commas; * matches any text and ? one character, as in"
                    + " 'x*,temp'; all others if not given")
    private List<String> features = new ArrayList<>();

    @Option(
            names = "--exclude",
            split = ",",
            paramLabel = "COLUMN",
            description = "columns to leave out, in the same notation, such as columns of text")
    private List<String> exclude = new ArrayList<>();

    @Option(
            names = "--weights",
            paramLabel = "COLUMN",
            description = "the column with the weights of the rows; use 1/σ² for unequal errors")
    private @Nullable String weights;

    @Mixin
    private FormatFlags formatFlags = new FormatFlags();

    @Mixin
    private SessionFlags sessionFlags = new SessionFlags();

    private List<String> columns = List.of();

    private MemoryNeed memory = new MemoryNeed("", 0, 0);

    /** The memory that the table needs. */
    MemoryNeed memory() {
        return memory;
    }

    /** All columns of the table. */
    List<String> columns() {
        return columns;
    }

    /** The columns to predict. */
    List<String> targets() {
        if (targets.isEmpty()) {
            throw new ExperimentException("--target is missing; name the column to predict, as in --target y");
        }
        Set<String> seen = new HashSet<>();
        for (String target : targets) {
            if (!seen.add(target)) {
                throw new ExperimentException("--target: '" + target + "' is given twice; give each column once");
            }
        }
        return targets;
    }

    /** The source of the rows in the notation of the command line. */
    String place() {
        return data;
    }

    /** The Spark session that reads them, if needed, and the warehouse. */
    SessionFlags session() {
        return sessionFlags;
    }

    /** The prefix of the files of a fit. */
    String name() {
        return FilePlace.recognise(data).map(FilePlace::name).orElseGet(() -> FilePlace.nameOf(data));
    }

    /** Reads a table for each target. */
    List<TrainingTable> read(Optional<String> category) {
        Optional<FilePlace> files = FilePlace.recognise(data);
        if (files.isEmpty()) {
            if (query != null) {
                throw new ExperimentException(
                        "--query: " + data + " is read as a delimited file, which cannot be queried;"
                                + " name another format, as in parquet:" + data);
            }
            DelimitedFile file = file();
            return read(file, file.estimatedRows(), category);
        }
        memory = new MemoryNeed(data, 0, 0);
        SparkSession spark = sessionFlags.open();
        try {
            return read(QueryTable.open(spark, files.get(), Optional.ofNullable(query)), 0, category);
        } finally {
            // The search gets the cores and the memory of Spark, unless it runs there.
            if (sessionFlags.master().isEmpty()) {
                spark.stop();
            }
        }
    }

    /** Opens a table whose rows stay on Spark. */
    QueryTable open(SparkSession spark) {
        FilePlace files = FilePlace.recognise(data)
                .orElseThrow(() -> new ExperimentException("--spread rows: " + data
                        + " is read as a delimited file, which one process holds; write it as a Parquet file, or leave"
                        + " out --spread"));
        return QueryTable.open(spark, files, Optional.ofNullable(query));
    }

    /** Returns what the columns of such a table are used for. */
    RowRoles roles(QueryTable table, Optional<String> groups) {
        columns = table.columns();
        Set<String> reserved = new LinkedHashSet<>(targets());
        Optional.ofNullable(weights).ifPresent(reserved::add);
        groups.ifPresent(reserved::add);
        return RowRoles.of(
                new ColumnChoice(features, exclude).of(table, reserved),
                LargeTable.onlyTarget(targets()),
                Optional.ofNullable(weights));
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
     * @param remedy the advice for other files
     */
    DelimitedFile delimited(String remedy) {
        if (FilePlace.recognise(data).isPresent()) {
            throw new ExperimentException("--apply: " + data + " is not a delimited file; " + remedy);
        }
        return file();
    }

    private DelimitedFile file() {
        return DelimitedFile.open(Path.of(data), formatFlags.format());
    }
}
