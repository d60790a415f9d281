package org.spolia.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.spolia.jobs.WithSpark;
import org.spolia.jobs.right.Right;
import org.spolia.jobs.right.Rights;
import org.spolia.jobs.right.WarehouseUse;
import org.spolia.jobs.session.Machine;

/** One small experiment from its plan to queries about it, with possible mistakes. */
@WithSpark
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class CommandLineTest {
    private Path folder;
    private String config;
    private String warehouse;

    @BeforeAll
    void run(SparkSession spark, @TempDir Path temporary) throws IOException {
        assertThat(spark).as("the session that all commands find").isNotNull();
        folder = temporary;
        warehouse = folder.resolve("out").toString();
        config = Files.writeString(folder.resolve("small.yaml"), """
                        name: small
                        problems:
                          files: [%s/configs/problems/mechanics.yaml]
                          include: [mechanics.kepler_third, mechanics.atwood]
                        data: {train-rows: 40, test-rows: 20}
                        operator-sets:
                          - {name: small, operators: [+, "*", share, sqrt]}
                        operators: ['share(x, y) = x/(x + y)']
                        search: {evaluations: 2000, max-size: 12}
                        """.formatted(System.getProperty("spolia.root")))
                .toString();
        Captured result = spolia("run", config);
        assertThat(result.exitCode()).as(result.toString()).isZero();
        assertThat(result.err()).isEmpty();
        // A slow machine shows progress in between.
        assertThat(result.out())
                .containsSubsequence("plan    2 of 2 trials added", "search  2/2 trials", "score   2/2 trials");
    }

    @Test
    @Order(1)
    void theSameCommandAgainHasNothingToDo() throws IOException {
        Path page = Path.of(warehouse, "report/index.html");
        byte[] before = Files.readAllBytes(page);
        assertThat(spolia("run", config).out())
                .containsExactly(
                        "plan    nothing to do, all 2 trials exist",
                        "search  nothing to do",
                        "score   nothing to do",
                        "utility nothing to do",
                        "report  nothing to do, the report is in " + page);
        assertThat(page).hasBinaryContent(before);
    }

    @Test
    @Order(1)
    void statusCountsTrials() {
        assertThat(spolia("status", config).out().stream().map(line -> line.replaceAll(" +", " ")))
                .contains("search 2 0 0 0 2", "score 2 0 0 0 2");
    }

    @Test
    @Order(1)
    void digestHasALineForEachTableWithoutClocks() {
        List<String> lines = spolia("digest", config).out();

        assertThat(lines).hasSize(30).allMatch(line -> line.matches("[a-z_]+\t[0-9a-f]{64}\t\\d+ rows"));
    }

    @Test
    @Order(1)
    void sqlKnowsTablesAndViewsByName() {
        assertThat(String.join(
                        "\n",
                        spolia("sql", "SELECT problem, truth FROM best_equation ORDER BY problem")
                                .out()))
                .contains("mechanics.atwood|", "mechanics.kepler_third|");
    }

    /** For an operator that the configuration defines, the tables have the formula. */
    @Test
    @Order(1)
    void resultsReplaceDefinedOperatorsByTheirFormulas() {
        assertThat(spolia("sql", "--format", "csv", "SELECT count(*) FROM candidates WHERE expression LIKE '%share%'")
                        .out())
                .endsWith("0");
        assertThat(spolia("sql", "--format", "csv", "SELECT explode(operators) FROM operator_sets")
                        .out())
                .contains("\"share(x, y) = x/(x + y)\"");
    }

    @Test
    @Order(1)
    void sqlExplainsAMistakeInOneLine() {
        Captured result = spolia("sql", "SELECT nosuch FROM trials");

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.err()).hasSize(1);
        assertThat(result.err().get(0)).contains("nosuch");
    }

    @Test
    @Order(1)
    void initScriptsNameEveryTableAndView() throws IOException {
        assertThat(spolia("sql", "--init").exitCode()).isZero();
        assertThat(Files.readString(Path.of(warehouse, "duckdb.sql")))
                .contains("CREATE OR REPLACE VIEW trials AS SELECT * FROM delta_scan('" + warehouse + "/trials')")
                .contains("CREATE OR REPLACE VIEW leaderboard AS");
        assertThat(Files.readString(Path.of(warehouse, "spark.sql")))
                .contains("CREATE TABLE IF NOT EXISTS scores USING delta LOCATION '" + warehouse + "/scores'");
    }

    @Test
    @Order(1)
    void resetOnlyListsWithoutYes() {
        Captured result = spolia("reset", "score");

        assertThat(result.exitCode()).isZero();
        assertThat(String.join("\n", result.out()))
                .contains("out/scores", "score-candidates", "rows of score", "--yes")
                .doesNotContain("out/candidates\n", "search-trials");
    }

    @Test
    @Order(1)
    void aProcessWithTheWarehouseAloneExcludesOthers() {
        try (WarehouseUse use = WarehouseUse.alone(Path.of(warehouse), "migrate")) {
            assertThat(use).isNotNull();
            assertMistake("is in use by process", "run", config);
        }
        try (WarehouseUse use = WarehouseUse.shared(Path.of(warehouse), "shard")) {
            assertThat(use).isNotNull();
            assertMistake(
                    "is in use by process " + ProcessHandle.current().pid() + " on " + Machine.host()
                            + ", which runs shard",
                    "reset",
                    "--yes");
            assertMistake("and run migrate again", "migrate");
        }
    }

    @Test
    @Order(1)
    void statusTellsWhoRunsWhat() {
        String me = "process " + ProcessHandle.current().pid() + " on " + Machine.host();
        assertThat(spolia("status").out()).first().asString().endsWith(", nothing runs");
        Rights rights = Rights.in(Optional.of(Path.of(warehouse)), Rights.Notice.NONE);
        try (WarehouseUse use = WarehouseUse.shared(Path.of(warehouse), "search");
                Right right = rights.keep("search", "search-trials")) {
            assertThat(List.of(use, right)).doesNotContainNull();
            List<String> lines = spolia("status").out();
            assertThat(lines.get(0)).endsWith(", in use by " + me);
            assertThat(lines.get(1)).startsWith("search  " + me + ", which runs search until it is stopped, since ");
        }
    }

    @Test
    @Order(2)
    void aStageThatWasResetRunsAgainToTheSameRows() {
        List<String> before = spolia("digest").out();

        assertThat(spolia("reset", config, "search", "--yes").exitCode()).isZero();
        assertThat(spolia("status").out().stream().map(line -> line.replaceAll(" +", " ")))
                .contains("search 0 0 0 2 2", "score 0 0 0 0 0");
        assertThat(spolia("run", config, "--set", "stages=[plan, search, score, utility]")
                        .exitCode())
                .isZero();
        assertThat(spolia("digest").out()).isEqualTo(before);
    }

    @Test
    @Order(3)
    void everythingCanBeReset() throws IOException {
        assertThat(spolia("reset", "--yes").exitCode()).isZero();
        try (Stream<Path> left = Files.list(Path.of(warehouse))) {
            assertThat(left.map(path -> path.getFileName().toString()))
                    .containsOnly("_lock", "_checkpoints", "spark.sql", "duckdb.sql");
        }
        assertMistake("There are no tables in", "status");
    }

    @Test
    void usageMistakesAreOneLine() {
        assertMistake("no option '--nosuch'", "run", config, "--nosuch");
        assertMistake("Missing required parameter: 'CONFIG'", "search");
        assertMistake("Unmatched argument: no command 'explode'; known: demo, run,", "explode");
        assertMistake("no command 'reprot'; did you mean 'report'?", "reprot");
        assertMistake("'a.csv' is not a command; to fit a table, use: spolia fit a.csv --target COLUMN", "a.csv");
        assertMistake("Unknown stage 'sarch'", "reset", "sarch");
        assertMistake("--continuous 'often'", "search", config, "--continuous", "often");
    }

    @Test
    void mistakesOfTheConfigurationWriteNothing() {
        Path none = folder.resolve("none");

        assertMistakeIn(
                none,
                "nosuch.yaml: no such file",
                "run",
                folder.resolve("nosuch.yaml").toString());
        assertMistakeIn(none, "search.evaluations", "run", config, "--set", "search.evaluations=0");
        assertMistakeIn(none, "There are no tables in", "sql", "SELECT 1");
        assertThat(none).doesNotExist();
    }

    private Captured spolia(String... arguments) {
        return spoliaIn(Path.of(warehouse), arguments);
    }

    private void assertMistake(String problem, String... arguments) {
        assertMistakeIn(Path.of(warehouse), problem, arguments);
    }

    private void assertMistakeIn(Path place, String problem, String... arguments) {
        Captured result = spoliaIn(place, arguments);

        assertThat(result.exitCode()).as(result.toString()).isEqualTo(2);
        assertThat(result.err()).hasSize(1);
        assertThat(result.err().get(0)).startsWith("spolia: ").contains(problem);
    }

    private static Captured spoliaIn(Path place, String... arguments) {
        String[] all = arguments.length == 0
                ? arguments
                : Stream.concat(Arrays.stream(arguments), Stream.of("--warehouse=" + place))
                        .toArray(String[]::new);
        return Captured.run(all);
    }
}
