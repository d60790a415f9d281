package org.spolia.jobs.cli.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.SparkSession;
import org.jline.terminal.impl.DumbTerminal;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.spolia.jobs.TestWarehouse;
import org.spolia.jobs.WithSpark;
import org.spolia.jobs.cli.Captured;
import picocli.CommandLine;

/** The shell, from a pipe and on a terminal, and its output. */
@WithSpark
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SqlShellTest {
    private Path folder;
    private String warehouse;

    @BeforeAll
    void fill(SparkSession spark, @TempDir Path temporary) {
        folder = temporary;
        warehouse = temporary.resolve("out").toString();
        TestWarehouse.create(spark, Path.of(warehouse));
        spark.sql("INSERT INTO experiment_trials VALUES ('e', 't|1'), ('e', 't,2')");
    }

    @Test
    void aPipeIsAScript() {
        Captured result = piped("""
                -- two statements and a command
                SELECT count(*) AS n
                  FROM experiment_trials;
                .format csv
                SELECT ';' AS semicolon, 1 AS one""", "sql", "--format", "markdown");

        assertThat(result.err()).isEmpty();
        assertThat(result.exitCode()).isZero();
        assertThat(result.out()).containsExactly("| n |", "| --- |", "| 2 |", "semicolon,one", ";,1");
    }

    @Test
    void anErrorDoesNotEndTheScript() {
        Captured result = piped("SELECT * FROM trails;\nSELECT 7 AS n;\n\\q\nSELECT 8;", "sql", "--format", "csv");

        assertThat(result.err()).containsExactly("spolia: No table or view 'trails'; did you mean 'trials'?");
        assertThat(result.out()).containsExactly("n", "7");
        assertThat(result.exitCode()).isEqualTo(2);
    }

    @Test
    void aMisspeltColumnGetsASuggestion() {
        assertThat(run("sql", "SELECT trial FROM experiment_trials").err())
                .containsExactly("spolia: No column 'trial'; did you mean 'trial_id'?");
    }

    @Test
    void jsonHasAllRowsAndNulls() {
        assertThat(run("sql", "--format", "json", "SELECT trial_id, NULL AS x FROM experiment_trials ORDER BY 1")
                        .out())
                .containsExactly("[", "{\"trial_id\":\"t,2\",\"x\":null},", "{\"trial_id\":\"t|1\",\"x\":null}", "]");
        assertThat(run("sql", "--format", "json", "SELECT 1 AS x WHERE false").out())
                .containsExactly("[", "]");
    }

    @Test
    void markdownEscapesWhatEndsACell() {
        assertThat(run("sql", "--format", "markdown", "SELECT trial_id FROM experiment_trials ORDER BY 1")
                        .out())
                .containsExactly("| trial_id |", "| --- |", "| t,2 |", "| t\\|1 |");
    }

    @Test
    void parquetIsOneFile(SparkSession spark) throws IOException {
        Path file = folder.resolve("result.parquet");

        assertThat(run("sql", "--format", "parquet", "--output", file.toString(), "SELECT * FROM experiment_trials")
                        .exitCode())
                .isZero();

        assertThat(Files.isRegularFile(file)).isTrue();
        assertThat(spark.read().parquet(file.toString()).count()).isEqualTo(2);
        try (var left = Files.list(folder)) {
            assertThat(left.map(path -> path.getFileName().toString())).noneMatch(name -> name.contains("unfinished"));
        }
        assertThat(run("sql", "--format", "parquet", "SELECT 1").err())
                .containsExactly("spolia: --format parquet needs a file; name one with --output FILE");
    }

    @Test
    void aResultIsWrittenToAFile() throws IOException {
        Path file = folder.resolve("result.csv");

        assertThat(run("sql", "--format", "csv", "--output", file.toString(), "SELECT 1 AS x")
                        .out())
                .isEmpty();
        assertThat(Files.readAllLines(file)).containsExactly("x", "1");
    }

    /** A name first stands for the files of a table, then for the table itself if a statement needs its history. */
    @Test
    void deltaStatementsSeeTheTable() {
        Captured result = piped("""
                SELECT count(*) AS n FROM experiment_trials;
                SELECT count(*) AS n FROM experiment_trials VERSION AS OF 0;
                SELECT count(*) AS n FROM (DESCRIBE HISTORY experiment_trials);
                DESCRIBE HISTORY experiment_trials LIMIT 1;
                SELECT count(*) AS n FROM experiment_trials;
                """, "sql", "--format", "csv");

        assertThat(result.out()).startsWith("n", "2", "n", "0").endsWith("n", "2");
    }

    @Test
    void aTerminalHasAPromptHistoryAndRowCounts() throws IOException {
        Path history = folder.resolve("history");
        ByteArrayOutputStream screen = new ByteArrayOutputStream();
        String typed = "SELECT count(*) AS n\nFROM experiment_trials;\n\\d experiment_trials\nexit\n";

        Captured result = Captured.run(() -> terminal(typed, screen, history));

        assertThat(result.exitCode()).isZero();
        assertThat(String.join("\n", result.out()))
                .containsPattern("1 row in \\d+\\.\\d\\d s")
                .contains("experiment_id");
        assertThat(screen.toString(StandardCharsets.UTF_8)).contains("spolia> ");
        assertThat(Files.readString(history)).contains("FROM experiment_trials;");
    }

    @Test
    void namesAndColumnsAreCompleted() {
        assertThat(NameCompleter.names("SELECT  FROM experiment_trials")).contains("leaderboard", "trials", "trial_id");
        assertThat(NameCompleter.names("SELECT  FROM leaderboard")).doesNotContain("experiment_id");
    }

    private int terminal(String typed, ByteArrayOutputStream screen, Path history) {
        SqlCommand command = new SqlCommand();
        new CommandLine(command).parseArgs("--warehouse", warehouse);
        InputStream keys = new ByteArrayInputStream(typed.getBytes(StandardCharsets.UTF_8));
        try (DumbTerminal terminal = new DumbTerminal("test", "dumb", keys, screen, StandardCharsets.UTF_8)) {
            return InteractiveShell.run(command.openShell(), terminal, Optional.of(history));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private Captured run(String... arguments) {
        return Captured.run(withWarehouse(arguments));
    }

    private Captured piped(String script, String... arguments) {
        InputStream in = System.in;
        System.setIn(new ByteArrayInputStream(script.getBytes(StandardCharsets.UTF_8)));
        try {
            return run(arguments);
        } finally {
            System.setIn(in);
        }
    }

    private String[] withWarehouse(String... arguments) {
        List<String> all = new java.util.ArrayList<>(List.of(arguments));
        all.addAll(List.of("--warehouse", warehouse));
        return all.toArray(String[]::new);
    }
}
