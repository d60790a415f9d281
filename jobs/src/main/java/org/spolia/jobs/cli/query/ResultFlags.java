package org.spolia.jobs.cli.query;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;
import org.spolia.experiment.ExperimentException;
import org.spolia.jobs.tables.stored.ParquetFile;
import picocli.CommandLine.Option;

/** The format and the destination of results. */
final class ResultFlags {
    @Option(
            names = "--rows",
            paramLabel = "N",
            description = "the maximum number of rows to print as a table; default: ${DEFAULT-VALUE}")
    private int rows = 1000;

    @Option(
            names = "--width",
            paramLabel = "N",
            description = "the maximum number of characters of a value in a table; default: ${DEFAULT-VALUE}")
    private int width = 120;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description =
                    "table; or with complete rows csv, json, markdown, or parquet with --output; default: ${DEFAULT-VALUE}")
    private Format format = Format.table;

    @Option(names = "--output", paramLabel = "FILE", description = "the file to write the result to")
    private @Nullable Path output;

    /** The names are the values of the option. */
    enum Format {
        table,
        csv,
        json,
        parquet,
        markdown
    }

    /** Changes the format for the following results. */
    void change(String name) {
        for (Format known : Format.values()) {
            if (known.name().equals(name.toLowerCase(Locale.ROOT))) {
                format = known;
                return;
            }
        }
        throw new ExperimentException("Unknown format '" + name + "'; known: table, csv, json, parquet, markdown");
    }

    /**
     * Prints a result, or writes it to the named file.
     *
     * @return the number of rows, if they were counted
     * @throws ExperimentException if the format needs a file and none was named
     */
    Optional<Long> print(Dataset<Row> result) {
        if (result.columns().length == 0) {
            return Optional.empty();
        }
        Path file = output;
        if (format == Format.parquet) {
            if (file == null) {
                throw new ExperimentException("--format parquet needs a file; name one with --output FILE");
            }
            ParquetFile.write(result, file);
            return Optional.empty();
        }
        if (file == null) {
            return Optional.of(print(result, System.out));
        }
        try (PrintStream out = new PrintStream(new FileOutputStream(file.toFile()), false, StandardCharsets.UTF_8)) {
            long printed = print(result, out);
            if (out.checkError()) {
                throw new ExperimentException(file + ": cannot be written; is the disk full?");
            }
            return Optional.of(printed);
        } catch (IOException e) {
            throw new ExperimentException(
                    "--output '" + file + "': cannot be written (" + e.getMessage() + "); name another file", e);
        } catch (UncheckedIOException e) {
            throw new ExperimentException("--output '" + file + "': " + e.getMessage(), e);
        }
    }

    private long print(Dataset<Row> result, PrintStream out) {
        return switch (format) {
            case table -> TableOutput.print(result, rows, width, out);
            case csv -> CsvOutput.print(result, out);
            case json -> JsonOutput.print(result, out);
            case markdown -> MarkdownOutput.print(result, out);
            case parquet -> throw new IllegalStateException("A Parquet file cannot be printed");
        };
    }
}
