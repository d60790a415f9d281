package org.spolia.experiment.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spolia.experiment.ExperimentException;
import org.spolia.experiment.concept.DiscoveredLaw;
import org.spolia.experiment.configuration.ExperimentConfig;
import org.spolia.experiment.data.Dataset;
import org.spolia.experiment.data.Split;
import org.spolia.experiment.prior.Experience;
import org.spolia.experiment.row.OperatorUtility;
import org.spolia.experiment.row.ProblemRow;
import org.spolia.experiment.row.Trial;

/** Two parts and their combination, whose variables are chosen by the laws of the parts. */
class LearnedPlanTest {
    private static final String VARIABLES =
            "[{name: a, train: [1, 2]}, {name: b, train: [1, 2]}, {name: c, train: [1, 2]}, {name: v, train: [1, 2]}, "
                    + "{name: d, train: [1, 2]}, {name: e, train: [1, 2]}, {name: f, train: [1, 2]}, {name: g, train: [1, 2]}]";
    private static final String ALL = "0*(a + b + c + v + d + e + f + g)";
    private static final Map<String, String> LAWS = Map.of("own.carried", "-a*v", "own.spread", "b*d");

    @TempDir
    Path folder;

    @BeforeEach
    void write() throws IOException {
        Files.writeString(folder.resolve("problems.yaml"), """
                field: own
                problems:
                  - {id: own.both, formula: 'b*d - a*v + %1$s', target: {name: y}, variables: %2$s}
                  - {id: own.carried, formula: '-a*v + %1$s', target: {name: y}, variables: %2$s}
                  - {id: own.spread, formula: 'b*d + %1$s', target: {name: y}, variables: %2$s}
                """.formatted(ALL, VARIABLES));
        Files.writeString(folder.resolve("own.yaml"), """
                name: own
                problems: {files: [problems.yaml]}
                learned-variables: [{problems: [own.both], from: ['own.*r*']}]
                operator-sets: [{name: small, operators: [+, "*"]}]
                data: {train-rows: 20, test-rows: 5}
                seeds: [0, 1]
                """);
    }

    @Test
    void whatIsTaughtWaitsForTheLawsOfAllTrialsThatTeach() {
        Plan first = plan(Map.of());
        Plan half = plan(Map.of("own.carried", "-a*v"));

        assertThat(choices(first)).containsExactly("own.carried all", "own.spread all", "own.both all");
        assertThat(first.trials()).hasSize(3 * 2);
        assertThat(first.awaited()).containsExactlyInAnyOrder("own.carried", "own.spread");
        assertThat(half.trials()).isEqualTo(first.trials());
        assertThat(half.awaited()).containsExactly("own.spread");
    }

    @Test
    void theVariablesAreThoseThatTheLawsUse() {
        Plan first = plan(Map.of());
        Plan plan = plan(LAWS);
        ProblemRow learned = problem(plan, ProblemRow.LEARNED);
        ProblemRow all = problem(plan, ProblemRow.ALL);
        List<Trial> trials = trials(plan, learned);

        assertThat(plan.awaited()).isEmpty();
        assertThat(plan.trials())
                .containsAll(first.trials())
                .hasSize(first.trials().size() + 2 + 2);
        assertThat(learned.variables()).containsExactly("a", "b", "v", "d");
        assertThat(learned.variableUnits()).hasSize(4);
        assertThat(trials).extracting(Trial::seed).containsExactlyInAnyOrder(0L, 1L);
        Dataset chosen = plan.dataset(trials.get(0).datasetId());
        Dataset whole = plan.dataset(trials(plan, all).get(0).datasetId());
        assertThat(chosen.variables()).isEqualTo(learned.variables());
        assertThat(chosen.rows(Split.TEST).columns()[3])
                .as("d")
                .isEqualTo(whole.rows(Split.TEST).columns()[4]);
        assertThat(chosen.rows(Split.TRAIN).target())
                .isEqualTo(whole.rows(Split.TRAIN).target());
    }

    @Test
    void theControlDrawsAsManyOfTheOthersForEachSeed() {
        Plan plan = plan(Map.of("own.carried", "-a*v", "own.spread", "a*v"), "seeds", "[0, 1, 2, 3, 4, 5]");
        Set<List<String>> draws = new HashSet<>();
        for (ProblemRow row : plan.problems()) {
            if (row.variableChoice().equals(ProblemRow.RANDOM)) {
                assertThat(row.variables()).hasSize(2).isSubsetOf("b", "c", "d", "e", "f", "g");
                draws.add(row.variables());
                trials(plan, row)
                        .forEach(trial -> assertThat(
                                        plan.dataset(trial.datasetId()).variables())
                                .isEqualTo(row.variables()));
            }
        }
        assertThat(draws).hasSizeGreaterThan(2);
        assertThat(plan.trials()).hasSize(6 * (2 + 3));
        assertThat(plan(Map.of("own.carried", "-a*v", "own.spread", "a*v"), "seeds", "[0, 1, 2, 3, 4, 5]")
                        .trials())
                .isEqualTo(plan.trials());
    }

    @Test
    void withFewerOthersTheControlHasAllOfThem() {
        Plan plan = plan(Map.of("own.carried", "a + b + c + v", "own.spread", "a + d + e"));

        assertThat(problem(plan, ProblemRow.LEARNED).variables()).containsExactly("a", "b", "c", "v", "d", "e");
        assertThat(problem(plan, ProblemRow.RANDOM).variables()).containsExactly("f", "g");
    }

    @Test
    void idsChangeWithWhatWasLearnedAndTheExperimentWithWhatTeaches() {
        Plan first = plan(Map.of());
        Plan one = plan(LAWS);
        Plan other = plan(Map.of("own.carried", "-a*v", "own.spread", "c*d"));
        Plan more = plan(LAWS, "search.evaluations", "77");

        assertThat(trials(other, problem(other, ProblemRow.LEARNED)))
                .extracting(Trial::trialId)
                .doesNotContainAnyElementsOf(
                        one.trials().stream().map(Trial::trialId).toList());
        assertThat(trials(other, problem(other, ProblemRow.ALL))).isEqualTo(trials(one, problem(one, ProblemRow.ALL)));
        assertThat(one.experiment()).as("is known before the laws").isEqualTo(first.experiment());
        assertThat(more.experiment().experimentId())
                .isNotEqualTo(one.experiment().experimentId());
        assertThat(one.experiment().config())
                .contains("\"learned-variables\":[{\"choices\":[\"all\",\"learned\",\"random\"]");
    }

    @Test
    void whereAllVariablesAreLearnedItIsStillAnotherArm() {
        Plan plan = plan(
                Map.of("own.carried", "a + b + c + v", "own.spread", "d + e + f + g"),
                "learned-variables[0].choices",
                "[learned, all]");
        ProblemRow learned = problem(plan, ProblemRow.LEARNED);

        assertThat(learned.variables()).isEqualTo(problem(plan, ProblemRow.ALL).variables());
        assertThat(plan.trials()).hasSize(4 * 2);
        assertThat(trials(plan, learned)).hasSize(2);
    }

    @Test
    void lawsOfTheShortcutTeachNothing() {
        Plan plan = plan(LAWS, "data.shortcut", "true");

        assertThat(plan.awaited()).isEmpty();
        assertThat(problem(plan, ProblemRow.LEARNED).variables()).containsExactly("a", "b", "v", "d");
        assertThat(trials(plan, problem(plan, ProblemRow.LEARNED)))
                .filteredOn(Trial::shortcut)
                .hasSize(2)
                .allSatisfy(trial -> assertThat(plan.dataset(trial.datasetId()).variables())
                        .containsExactly("a", "b", "v", "d", "shortcut"));
    }

    @Test
    void whereNothingCanBeLearnedOrDrawnTheMessageSaysWhatToDo() {
        assertThatThrownBy(() -> plan(Map.of("own.carried", "3", "own.spread", "4")))
                .isInstanceOf(ExperimentException.class)
                .hasMessage("The laws of own.carried, own.spread use no variable of problem "
                        + "'own.both' (a, b, c, v, d, e, f, g); give equal variables the same name, or name other problems "
                        + "in 'learned-variables.from'");
        assertThatThrownBy(() -> plan(Map.of("own.carried", "a + b + c + v", "own.spread", "d + e + f + g")))
                .isInstanceOf(ExperimentException.class)
                .hasMessage("The laws of own.carried, own.spread use all variables of problem 'own.both', so none is "
                        + "left to draw; give it more, or leave 'random' out of 'learned-variables.choices'");
    }

    /**
     * The plan after each trial of these problems has found a law, in addition to one that corrects rounding errors and
     * one that is too short.
     */
    private Plan plan(Map<String, String> laws, String... overrides) {
        ExperimentConfig config = config(overrides);
        Plan first = Planner.plan(config);
        Map<String, String> names = new HashMap<>();
        first.problems().forEach(row -> names.put(row.problemId(), row.name()));
        return Planner.plan(config, new Experience() {
            @Override
            public List<OperatorUtility> utilities(String experiment) {
                throw new AssertionError(experiment);
            }

            @Override
            public List<DiscoveredLaw> laws(Collection<String> trialIds) {
                return first.trials().stream()
                        .filter(trial ->
                                trialIds.contains(trial.trialId()) && laws.containsKey(names.get(trial.problemId())))
                        .flatMap(trial -> Stream.of(
                                law(trial, String.valueOf(laws.get(names.get(trial.problemId()))), 1e-13),
                                law(trial, laws.get(names.get(trial.problemId())) + " + 1e-9*f", 1e-20),
                                law(trial, "g", 0.5)))
                        .toList();
            }
        });
    }

    private static DiscoveredLaw law(Trial trial, String expression, double nmse) {
        return new DiscoveredLaw(trial.problemId(), trial.trialId(), expression, 20, nmse);
    }

    private ExperimentConfig config(String... overrides) {
        Map<String, String> values = new HashMap<>();
        for (int i = 0; i < overrides.length; i += 2) {
            values.put(overrides[i], overrides[i + 1]);
        }
        return ExperimentConfig.load(folder.resolve("own.yaml"), values);
    }

    private static List<String> choices(Plan plan) {
        return plan.problems().stream()
                .map(row -> row.name() + " " + row.variableChoice())
                .toList();
    }

    private static ProblemRow problem(Plan plan, String choice) {
        return plan.problems().stream()
                .filter(row ->
                        row.name().equals("own.both") && row.variableChoice().equals(choice))
                .findFirst()
                .orElseThrow();
    }

    private static List<Trial> trials(Plan plan, ProblemRow row) {
        return plan.trials().stream()
                .filter(trial -> trial.problemId().equals(row.problemId()))
                .toList();
    }
}
