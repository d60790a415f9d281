package org.spolia.jobs.cli.query;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.spolia.experiment.ExperimentException;
import org.spolia.jobs.cli.common.SessionFlags;
import org.spolia.jobs.tables.InitScripts;
import org.spolia.jobs.tables.WarehouseLocation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code sql}: needs no lock. It sees the batches that another process has finished while that process runs. */
@Command(
        name = "sql",
        description =
                "Query the tables and views by name: leaderboard, best_equation, experiment_progress, failures, trials …"
                        + " Without a query, open a shell or run the statements of standard input.",
        footer = {
            "",
            "  ./spolia sql \"SELECT problem, expression, nmse_test FROM best_equation ORDER BY problem\"",
            "  ./spolia sql \"SHOW TABLES\"; ./spolia sql \"DESCRIBE scores\"",
            "  ./spolia sql --format parquet --output scores.parquet \"SELECT * FROM scores\"",
            "  ./spolia sql < queries.sql",
            "  ./spolia sql --files gs=well:configs/data/well/datasets/gray_scott \"SELECT step, avg(A[0]) FROM gs GROUP BY step\""
        })
public final class SqlCommand implements Callable<Integer> {
    @Mixin
    private SessionFlags session = new SessionFlags();

    @Parameters(index = "0", arity = "0..1", paramLabel = "QUERY", description = "a statement of Spark SQL")
    private @Nullable String query;

    @Mixin
    private FileViews files = new FileViews();

    @Mixin
    private ResultFlags result = new ResultFlags();

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
            result.print(QuerySession.open(session, files).ask(query));
            return 0;
        }
        return init ? 0 : shell();
    }

    SqlShell openShell() {
        return new SqlShell(QuerySession.open(session, files), result);
    }

    private int shell() throws IOException {
        SqlShell shell = openShell();
        return Boolean.getBoolean("spolia.input.terminal")
                ? InteractiveShell.run(shell)
                : shell.runScript(new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)));
    }

    private static void writeScripts(WarehouseLocation warehouse) throws IOException {
        Path folder = warehouse
                .local()
                .orElseThrow(() -> new ExperimentException("--init writes into a local warehouse, but " + warehouse
                        + " is not local; copy the scripts of a local warehouse and change the paths"));
        Files.createDirectories(folder);
        Path spark = Files.writeString(folder.resolve("spark.sql"), InitScripts.spark(warehouse));
        Path duckdb = Files.writeString(folder.resolve("duckdb.sql"), InitScripts.duckdb(warehouse));
        System.out.println("written: " + spark + " (spark-sql -i, with Delta's extension and catalog) and " + duckdb
                + " (duckdb -init, with the extension delta)");
    }
}
