package org.spolia.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.spolia.jobs.WithSpark;

/**
 * One experiment, then with an additional seed, then with another budget, then unchanged again: the answers to the
 * questions of the dictionary.
 */
@Tag("slow")
@WithSpark
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class VersionsTest {
    private static final Pattern QUESTION = Pattern.compile("```sql\\n(.*?)\\n```", Pattern.DOTALL);

    /** Questions about laws that were found, or about their properties: more searches find more laws. */
    private static final Pattern ABOUT_LAWS =
            Pattern.compile("FROM (size_vs_generalisation|dataset_difficulty|concepts)\\b");

    private static final String EFFECTS = "SELECT design, factor, effect, lower, problems FROM ";

    private Path folder;
    private String config;
    private List<String> questions;
    private Map<String, List<String>> first;
    private List<String> firstEffects;

    @BeforeAll
    void run(SparkSession spark, @TempDir Path temporary) throws IOException {
        assertThat(spark).as("the session that all commands find").isNotNull();
        folder = temporary;
        config = Files.writeString(folder.resolve("small.yaml"), """
                        name: small
                        stages: [plan, search, score, utility]
                        problems:
                          files: [%s/configs/problems/mechanics.yaml]
                          include: [mechanics.kepler_third, mechanics.atwood]
                        data: {train-rows: 40, test-rows: 20}
                        operator-sets:
                          - {name: plain, operators: [+, "*", /]}
                          - {name: roots, operators: [+, "*", /, sqrt]}
                          - {design: add-one-in, name: one, base: [+, "*", /], optional: [sqrt, exp]}
                        search: {evaluations: 1000, max-size: 12}
                        """.formatted(System.getProperty("spolia.root")))
                .toString();
        questions = QUESTION.matcher(Files.readString(Path.of(System.getProperty("spolia.root"), "docs", "sql.md")))
                .results()
                .map(match -> match.group(1))
                // This query reads all versions.
                .filter(question -> !question.contains("_all "))
                .toList();
        run();
        first = answers(questions.stream()
                .filter(question -> !ABOUT_LAWS.matcher(question).find())
                .toList());
        firstEffects = ask(EFFECTS + "operator_effect ORDER BY factor");
    }

    @Test
    @Order(1)
    void aListAndAnEqualCellOfADesignKeepTheirNames() {
        assertThat(ask("SELECT DISTINCT operator_set FROM leaderboard ORDER BY 1"))
                .containsExactly("one.base", "one.with-exp", "one.with-sqrt", "plain", "roots");
        assertThat(ask("SELECT operator_set, measure, problems, reference FROM set_comparison ORDER BY measure, place"))
                .containsExactly(
                        "plain,ood,2,",
                        "roots,ood,2,plain",
                        "plain,recovered,2,",
                        "roots,recovered,2,plain",
                        "plain,test,2,",
                        "roots,test,2,plain");
    }

    @Test
    @Order(2)
    void anAdditionalSeedIsANewVersionThatReplacesTheOldOne() {
        run("--set", "seeds=[0, 1]");

        Map<String, List<String>> second = answers(questions);
        assertThat(questions).hasSize(14);
        questions.forEach(question -> assertThat(subjects(second.get(question)))
                .as(question)
                .doesNotHaveDuplicates()
                .satisfies(subjects -> {
                    List<String> before = first.get(question);
                    if (before != null) {
                        assertThat(subjects).hasSameSizeAs(before);
                    }
                }));
        assertThat(ask("SELECT experiment, factor FROM operator_effect ORDER BY factor"))
                .containsExactly("small,exp", "small,sqrt");
        assertThat(ask("SELECT DISTINCT seed FROM leaderboard ORDER BY seed")).containsExactly("0", "1");
        assertThat(ask("SELECT trials FROM experiment_progress")).containsExactly("12");
    }

    @Test
    @Order(3)
    void anOlderVersionIsAvailableOnRequest() {
        assertThat(ask("SELECT version FROM experiment_versions WHERE name = 'small' ORDER BY version"))
                .containsExactly("1", "2");
        assertThat(ask(EFFECTS
                        + "operator_effect_all a JOIN experiment_versions v ON v.experiment_id = a.experiment_id "
                        + "WHERE v.version = 1 ORDER BY factor"))
                .isEqualTo(firstEffects);
        assertThat(ask("SELECT factor FROM operator_effect_all")).hasSize(4);
    }

    @Test
    @Order(4)
    void onlyTrialsOfTheLatestVersionAreShown() {
        run("--set", "search.evaluations=1100", "--set", "stages=[plan, search, score]");

        assertThat(ask("SELECT DISTINCT evaluations, seed FROM leaderboard")).containsExactly("1100,0");
        assertThat(ask("SELECT DISTINCT evaluations FROM leaderboard_all ORDER BY 1"))
                .containsExactly("1000", "1100");
        assertThat(ask("SELECT count(*) FROM model_scores WHERE model = 'law'")).containsExactly("6");
    }

    /** The current configuration counts, not the time of its first use. */
    @Test
    @Order(5)
    void aRestoredConfigurationIsTheLatestAgain() {
        run();

        for (String question : questions.subList(0, 4)) {
            assertThat(ask(question)).as(question).isEqualTo(first.get(question));
        }
        assertThat(ask("SELECT version FROM experiment_versions ORDER BY version"))
                .containsExactly("1", "2", "3", "4");
        run();
        assertThat(ask("SELECT count(*) FROM experiment_versions")).containsExactly("4");
    }

    /** The subjects of an answer's rows: their values except for measured numbers. */
    private static List<String> subjects(@Nullable List<String> rows) {
        return Objects.requireNonNull(rows).stream()
                .map(row -> row.replaceAll("(?<=^|,)-?\\d+\\.\\d[^,]*", "…"))
                .toList();
    }

    private void run(String... changes) {
        List<String> arguments = new ArrayList<>(List.of("run", config));
        arguments.addAll(List.of(changes));
        Captured result = spolia(arguments.toArray(String[]::new));
        assertThat(result.exitCode()).as(result.toString()).isZero();
    }

    private Map<String, List<String>> answers(List<String> asked) {
        Map<String, List<String>> answers = new LinkedHashMap<>();
        asked.forEach(question -> answers.put(question, ask(question)));
        return answers;
    }

    private List<String> ask(String question) {
        Captured result = spolia("sql", "--format", "csv", question);
        assertThat(result.exitCode()).as(result.toString()).isZero();
        return result.out().stream().skip(1).toList();
    }

    private Captured spolia(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.add("--warehouse=" + folder.resolve("out"));
        return Captured.run(all.toArray(String[]::new));
    }
}
