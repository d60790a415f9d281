package org.spolia.jobs.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;
import org.spolia.experiment.ExperimentException;
import org.spolia.jobs.session.SparkSessions;
import org.spolia.jobs.tables.InitScripts;
import org.spolia.jobs.tables.Warehouse;
import org.spolia.jobs.tables.WarehouseLocation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code sql}: needs no lock; the batches that another process has finished are visible while it runs. */
@Command(
        name = "sql",
        description =
                "Query the tables and views by name: leaderboard, best_equation, experiment_progress, failures, trials …",
        footer = {
            "",
            "  ./spolia sql \"SELECT problem, expression, nmse_test FROM best_equation ORDER BY problem\"",
            "  ./spolia sql \"SHOW TABLES\"; ./spolia sql \"DESCRIBE scores\"",
            "  ./spolia sql --files gs=well:configs/data/well/datasets/gray_scott \"SELECT step, avg(A[0]) FROM gs GROUP BY step\""
        })
final class SqlCommand implements Callable<Integer> {
    @Mixin
    private SessionFlags session = new SessionFlags();

    @Parameters(index = "0", arity = "0..1", paramLabel = "QUERY", description = "a statement of Spark SQL")
    private @Nullable String query;

    @Mixin
    private FileViews files = new FileViews();

    @Option(names = "--rows", paramLabel = "N", description = "the most rows to print; default: ${DEFAULT-VALUE}")
    private int rows = 1000;

    @Option(
            names = "--width",
            paramLabel = "N",
            description = "the most characters of a value; default: ${DEFAULT-VALUE}")
    private int width = 120;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "table, or csv with all rows in full; default: ${DEFAULT-VALUE}")
    private Format format = Format.table;

    @Option(
            names = "--init",
            description = "write the scripts that register tables and views in spark-sql, the thrift server and DuckDB")
    private boolean init;

    @Override
    public Integer call() throws IOException {
        if (init) {
            writeScripts(session.warehouse());
        }
        if (query != null) {
            Dataset<Row> result = files.isEmpty() ? askTables(query) : askFiles(query);
            if (result.columns().length > 0) {
                print(result);
            }
        } else if (!init) {
            throw new ExperimentException(
                    "Nothing to do; give a query, such as \"SELECT * FROM leaderboard\", or --init");
        }
        return 0;
    }

    private Dataset<Row> askTables(String statement) {
        Warehouse warehouse = ExistingWarehouse.open(session);
        SparkSessions.expectQueriesOver(warehouse.spark(), warehouse.bytesFor(statement));
        warehouse.registerFor(statement);
        return warehouse.spark().sql(statement);
    }

    /** Tables are known too, where there are any. */
    private Dataset<Row> askFiles(String statement) {
        Warehouse warehouse = Warehouse.at(session.open(), session.warehouse());
        if (!warehouse.isEmpty()) {
            warehouse.registerFor(statement);
        }
        files.register(warehouse.spark());
        return warehouse.spark().sql(statement);
    }

    /** How a result is printed. The names are what a user types. */
    private enum Format {
        table,
        csv
    }

    private void print(Dataset<Row> result) {
        if (format == Format.table) {
            result.show(rows, width);
        } else {
            CsvOutput.print(result, System.out);
        }
    }

    private static void writeScripts(WarehouseLocation warehouse) throws IOException {
        Path folder = warehouse
                .local()
                .orElseThrow(() -> new ExperimentException("--init writes into a local warehouse, and " + warehouse
                        + " is none; copy the scripts of a local one and change the paths"));
        Files.createDirectories(folder);
        Path spark = Files.writeString(folder.resolve("spark.sql"), InitScripts.spark(warehouse));
        Path duckdb = Files.writeString(folder.resolve("duckdb.sql"), InitScripts.duckdb(warehouse));
        System.out.println("written: " + spark + " (spark-sql -i, with Delta's extension and catalog) and " + duckdb
                + " (duckdb -init, with the extension delta)");
    }
}
