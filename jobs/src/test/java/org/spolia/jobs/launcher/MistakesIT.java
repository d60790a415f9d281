package org.spolia.jobs.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.spolia.jobs.cli.Captured;
import org.spolia.jobs.launcher.Launcher.Outcome;

/** Mistakes of a user: one line with place, problem and remedy, exit code 2, and nothing written. */
class MistakesIT {
    private static final String CONFIG = """
            name: test
            stages: [plan, search, score]
            problems: {files: [%s], include: [mechanics.atwood]}
            data: {train-rows: 50, test-rows: 50}
            operator-sets:
              - {name: base, operators: [+, -, "*", /]}
            search: {evaluations: 1000}
            seeds: [0, 1]
            """.replace(
            "%s", Launcher.ROOT.resolve("configs/problems/mechanics.yaml").toString());

    /** The arguments that are paths. */
    private static final Set<String> PLACES =
            Set.of("config.yaml", "data.csv", "nowhere.yaml", "nowhere.csv", "nowhere", "w", "out", ".");

    @TempDir
    Path folder;

    private Launcher spolia;

    @BeforeEach
    void setUp() {
        spolia = new Launcher(folder);
    }

    /** One mistake of each kind through the launcher. The others are made in this JVM. */
    @Test
    void throughTheLauncher() throws IOException, InterruptedException {
        List<String> inConfiguration = configurations().findFirst().orElseThrow();
        Files.writeString(
                folder.resolve("config.yaml"), CONFIG.replace(inConfiguration.get(0), inConfiguration.get(1)));
        refused(spolia.run("run", "config.yaml", "--warehouse", "w"), inConfiguration.get(2));
        List<String> inTable = tables().findFirst().orElseThrow();
        Files.writeString(folder.resolve("data.csv"), inTable.get(0));
        refused(spolia.run("fit", "data.csv", "--target", "y", "--evaluations", "1000"), inTable.get(1));
        assertThat(folder).isDirectoryNotContaining(path -> path.endsWith("w") || path.endsWith("out"));
    }

    static Stream<List<String>> configurations() {
        return Stream.of(
                List.of(
                        "evaluations: 1000",
                        "evaluation: 1000",
                        "config.yaml:7: search.evaluation: unknown key; did you mean 'search.evaluations'?"),
                List.of(
                        "[+, -, \"*\", /]",
                        "[+, sinn]",
                        "config.yaml:6: operator-sets[0].operators[1]: unknown operator 'sinn'; did you mean 'sin'"),
                List.of(
                        "evaluations: 1000",
                        "evaluations: many",
                        "config.yaml:7: search.evaluations: got text 'many'; expected a whole number"),
                List.of("evaluations: 1000", "evaluations: 0", "config.yaml:7: search.evaluations: 0"),
                List.of("[+, -, \"*\", /]", "[]", "config.yaml:6: operator-sets[0].operators:"),
                List.of("seeds: [0, 1]", "seeds: [3, 3]", "config.yaml:8: seeds"),
                List.of("mechanics.atwood", "mechanics.atwoood", "did you mean 'mechanics.atwood'"),
                List.of("name: test", "{{{ name", "config.yaml:"),
                List.of("stages: [plan, search, score]", "stages: plan: search", "config.yaml:2"));
    }

    @ParameterizedTest
    @MethodSource("configurations")
    void inAConfiguration(List<String> mistake) throws IOException {
        Files.writeString(folder.resolve("config.yaml"), CONFIG.replace(mistake.get(0), mistake.get(1)));
        refused(here("run", "config.yaml", "--warehouse", "w"), mistake.get(2));
        assertThat(folder.resolve("w")).doesNotExist();
    }

    @Test
    void aMissingConfiguration() {
        refused(here("run", "nowhere.yaml", "--warehouse", "w"), "nowhere.yaml");
        assertThat(folder.resolve("w")).doesNotExist();
    }

    static Stream<List<String>> tables() {
        return Stream.of(
                List.of("a,b\n1,2\n3,4\n", "data.csv:1: no column 'y'; known: a, b"),
                List.of("a,y\n1,2\n3,NaN\n5,6\n", "data.csv:3: column 'y'"),
                List.of("a,y\n1,2\n3,inf\n5,6\n", "data.csv:3: column 'y'"),
                List.of("a,y\n1,2\nthree,4\n5,6\n", "data.csv:3: column 'a': 'three'"),
                List.of("a,y\n1,2\n3,2\n5,2\n", "column 'y': is 2 in every row"),
                List.of("a,y\n", "has no rows"),
                List.of("a,y\n1,2\n", "has 1 row"),
                List.of("a,a,y\n1,2,3\n4,5,6\n", "data.csv:1: "),
                List.of("a,y\n1,2\n3\n5,6\n", "data.csv:3: "),
                List.of("a,y\n1,2\n1e400,4\n5,6\n", "data.csv:3: column 'a': '1e400'"),
                List.of("a,y\n1,2\n99999999999999999999,4\n5,6\n", "data.csv:3: column 'a'"),
                List.of("", "data.csv: is empty"));
    }

    @ParameterizedTest
    @MethodSource("tables")
    void inATable(List<String> mistake) throws IOException {
        Files.writeString(folder.resolve("data.csv"), mistake.get(0));
        refused(here("fit", "data.csv", "--target", "y", "--evaluations", "1000", "--output", "out"), mistake.get(1));
        assertThat(folder.resolve("out")).doesNotExist();
    }

    @Test
    void aWrongDelimiter() throws IOException {
        Files.writeString(folder.resolve("data.csv"), "a,y\n1,2\n3,4\n");
        refused(here("fit", "data.csv", "-y", "y", "--delimiter", ";", "--evaluations", "1000"), "data.csv:1");
    }

    @Test
    void aQuotedLineBreakIsAccepted() throws IOException, InterruptedException {
        Files.writeString(folder.resolve("data.csv"), "\"a\nb\",\"y\"\n1,2\n3,4.5\n\"5\",6\n2,3\n");
        Outcome outcome = spolia.run("fit", "data.csv", "-y", "y", "--evaluations", "1000", "--output", "fit");
        assertThat(outcome.status()).as(outcome.lastError()).isZero();
        assertThat(Files.readString(folder.resolve("fit/variables.csv"))).isEqualTo("name,column\nx1,\"a\nb\"\n");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            fit                                                      | Missing required
            fit nowhere.csv -y y                                     | nowhere.csv
            fit . -y y                                               | is a directory; name a file in it
            fit data.csv -y y --operators +,sinn                     | Unknown operator 'sinn'
            fit data.csv -y y --seconds 0                            | --seconds
            fit data.csv -y y --folds 9                              | --forward-chaining: 9 folds need at least 9 rows
            fit data.csv -y y --select worst                         | 'worst' is not a rule; rules are criterion, held-out
            fit data.csv -y y --select-k-features 2                  | --select-k-features 2: there are only 1 variables
            fit data.csv -y y --template f(q)                        | --template: Unknown name 'q' (variables are a)
            fit data.csv -y y --monotone a=rising                    | --monotone: 'rising' is not a trend; write increasing or
            fit data.csv -y y --at-least 0 --domain a=3              | --domain: '3' must be two numbers, the smaller one
            fit data.csv -y y --parameters 2                         | --parameters 2: needs --category
            fit data.csv -y y --evaluations -5                       | --evaluations
            fit data.csv -y y --threads 0                            | --threads
            fit data.csv -y y --decimal x                            | Decimal
            fit data.csv -y y --resume nowhere --evaluations 1000    | nowhere
            fit data.csv -y y --features q --evaluations 1000        | no column 'q'; known: a, y
            fitt                                                     | fit
            run                                                      | CONFIG
            """)
    void inACommand(String command, String message) throws IOException {
        Files.writeString(folder.resolve("data.csv"), "a,y\n1,2\n3,4\n5,7\n");
        refused(here(command.split(" ")), message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            sql --warehouse nowhere q                                | There are no tables in
            status --warehouse nowhere                               | There are no tables in
            bench nothing                                            | busy
            test --everything                                        | --all
            """)
    void inACommandThroughTheLauncher(String command, String message) throws IOException, InterruptedException {
        refused(spolia.run(command.split(" ")), message);
    }

    @Test
    void aJdkThatIsNotSupported() throws IOException, InterruptedException {
        Path jdk = folder.resolve("jdk");
        Files.createDirectories(jdk.resolve("bin"));
        Files.writeString(jdk.resolve("release"), "JAVA_VERSION=\"11.0.2\"\n");
        Path javac = Files.writeString(jdk.resolve("bin/javac"), "");
        assertThat(javac.toFile().setExecutable(true)).isTrue();
        spolia.with("JAVA_HOME", jdk.toString());
        refused(spolia.run("fit", "data.csv", "-y", "y"), "is JDK 11.0.2; set it to a JDK 17, 21 or 25");
    }

    @Test
    void aSparkHomeOfAnotherVersion() throws IOException, InterruptedException {
        Path home = folder.resolve("spark");
        Files.createDirectories(home.resolve("jars"));
        Files.writeString(home.resolve("jars/spark-core_2.13-4.0.1.jar"), "");
        Files.writeString(folder.resolve("config.yaml"), CONFIG);
        spolia.with("SPARK_HOME", home.toString());
        refused(
                spolia.run("run", "config.yaml", "--master", "spark://127.0.0.1:1", "--warehouse", "w"),
                "is not Spark 4.2.0");
    }

    /** Runs a command in this JVM, as in the folder. */
    private Outcome here(String... arguments) {
        Captured result = Captured.run(Arrays.stream(arguments)
                .map(argument -> PLACES.contains(argument)
                        ? folder.resolve(argument).normalize().toString()
                        : argument)
                .toArray(String[]::new));
        return new Outcome(result.exitCode(), result.out(), result.err());
    }

    private static void refused(Outcome outcome, String message) {
        assertThat(outcome.lastError()).contains(message);
        assertThat(outcome.err()).hasSize(1);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.status()).isEqualTo(2);
    }
}
