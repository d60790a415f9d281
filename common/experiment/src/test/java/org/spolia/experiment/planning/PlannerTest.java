package org.spolia.experiment.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spolia.experiment.ExperimentException;
import org.spolia.experiment.Repository;
import org.spolia.experiment.configuration.ExperimentConfig;
import org.spolia.experiment.data.Dataset;
import org.spolia.experiment.data.Split;
import org.spolia.experiment.prior.Experience;
import org.spolia.experiment.problem.FeatureTable;
import org.spolia.experiment.row.ExperimentTrial;
import org.spolia.experiment.row.ProblemRow;
import org.spolia.experiment.row.Trial;

class PlannerTest {
    private static final Map<String, String> TWO_FORMULAS = Map.of(
            "problems.include",
            "[mechanics.atwood, particle.sudakov]",
            "data.noise",
            "[0, 0.1]",
            "data.seeds",
            "[0, 1, 2]");

    @Test
    void aTrialForEachCombination() {
        Plan plan = plan(TWO_FORMULAS);

        assertThat(plan.problems())
                .extracting(ProblemRow::name)
                .containsExactly("mechanics.atwood", "particle.sudakov");
        assertThat(plan.operatorSets()).hasSize(1);
        assertThat(plan.datasetIds()).hasSize(2 * 2 * 3).doesNotHaveDuplicates();
        assertThat(plan.trials()).hasSize(2 * 2 * 3 * 2);
        assertThat(plan.trials()).extracting(Trial::trialId).doesNotHaveDuplicates();
        assertThat(plan.experimentTrials()).extracting(ExperimentTrial::trialId).hasSize(24);
    }

    @Test
    void theShortcutArmIsTheSameOnceMore() {
        Plan plain = plan(TWO_FORMULAS);
        Map<String, String> overrides = new LinkedHashMap<>(TWO_FORMULAS);
        overrides.put("data.shortcut", "true");
        Plan both = plan(overrides);

        assertThat(both.trials())
                .containsAll(plain.trials())
                .hasSize(2 * plain.trials().size());
        assertThat(both.trials())
                .filteredOn(Trial::shortcut)
                .hasSize(plain.trials().size());
        Trial first = both.trials().stream().filter(Trial::shortcut).findFirst().orElseThrow();
        assertThat(both.dataset(first.datasetId()).variables()).endsWith("shortcut");
    }

    @Test
    void twoPlansAreEqual() {
        Plan first = plan(Map.of());
        Plan second = plan(Map.of());

        assertThat(second.trials()).isEqualTo(first.trials());
        assertThat(second.experiment()).isEqualTo(first.experiment());
        assertThat(second.problems()).isEqualTo(first.problems());
        assertThat(second.operatorSets()).isEqualTo(first.operatorSets());
    }

    @Test
    void dataSetsAreMadeAgainWithTheirIds() {
        Plan plan = plan(Map.of());

        for (String datasetId : plan.datasetIds()) {
            Dataset dataset = plan.dataset(datasetId);
            assertThat(dataset.datasetId()).isEqualTo(datasetId);
            assertThat(dataset.bytes()).isEqualTo(plan.bytes(datasetId)).isPositive();
        }
    }

    @Test
    void whatDeterminesAResultChangesTheId() {
        Trial trial = only(Map.of());

        assertThat(List.of(
                        trial.trialId(),
                        only(Map.of("seeds", "[1]")).trialId(),
                        only(Map.of("search.evaluations", "5")).trialId(),
                        only(Map.of("search.max-size", "7")).trialId(),
                        only(Map.of("data.noise", "[0.1]")).trialId(),
                        only(Map.of("data.seeds", "[1]")).trialId(),
                        only(Map.of("data.train-rows", "100")).trialId(),
                        only(Map.of("data.test-rows", "100")).trialId(),
                        only(Map.of("operator-sets[0].operators", "[+, \"*\"]")).trialId()))
                .doesNotHaveDuplicates();
    }

    @Test
    void aFormulaThatDefinesAnOperatorIsPartOfTheId() {
        Map<String, String> hill =
                Map.of("operators", "['hill(x, k) = x/(x + k)']", "operator-sets[0].operators", "[+, \"*\", hill]");
        Map<String, String> spaced = Map.of(
                "operators",
                "['unused(x) = x + 1', 'hill( x,k )=x/( x+k )']",
                "operator-sets[0].operators",
                "[hill, +, \"*\"]");
        Map<String, String> other =
                Map.of("operators", "['hill(x, k) = x/(x + 2*k)']", "operator-sets[0].operators", "[+, \"*\", hill]");

        assertThat(only(hill).operators()).containsExactly("+", "*", "hill(x, k) = x/(x + k)");
        assertThat(only(spaced)).isEqualTo(only(hill));
        assertThat(only(other).trialId()).isNotEqualTo(only(hill).trialId());
        assertThat(only(other).operatorSetId()).isNotEqualTo(only(hill).operatorSetId());
    }

    @Test
    void wordsAndOrderDoNotChangeTheId() {
        Trial trial = only(Map.of("operator-sets[0].operators", "[+, sin, \"*\"]"));
        Trial renamed = only(Map.of(
                "operator-sets[0].operators",
                "[\"*\", +, sin]",
                "operator-sets[0].name",
                "x",
                "name",
                "other",
                "description",
                "x"));

        assertThat(renamed).isEqualTo(trial);
    }

    @Test
    void theExperimentIsWhatItsTrialsDependOn() {
        String id = plan(TWO_FORMULAS).experiment().experimentId();

        assertThat(plan(with(TWO_FORMULAS, "description", "other words"))
                        .experiment()
                        .experimentId())
                .isEqualTo(id);
        assertThat(plan(with(TWO_FORMULAS, "stages", "[plan]")).experiment().experimentId())
                .isEqualTo(id);
        assertThat(plan(with(TWO_FORMULAS, "seeds", "[7]")).experiment().experimentId())
                .isNotEqualTo(id);
        assertThat(plan(with(TWO_FORMULAS, "name", "other")).experiment().experimentId())
                .isNotEqualTo(id);
    }

    @Test
    void theExperimentIsKnownWithoutMakingItsData() {
        ExperimentConfig config = config(TWO_FORMULAS);
        assertThat(Planner.experiment(config, Experience.NONE, FeatureTable.NONE))
                .isEqualTo(Planner.plan(config).experiment());

        ExperimentConfig tooLarge = config(with(TWO_FORMULAS, "data.train-rows", "1000000000"));
        assertThatThrownBy(() -> Planner.plan(tooLarge)).hasMessageContaining("MiB of data");
        assertThat(Planner.experiment(tooLarge, Experience.NONE, FeatureTable.NONE)
                        .name())
                .isEqualTo(config.name());
    }

    @Test
    void measurementsTakeNoNoiseAndFewOfThemNoSeed() {
        Plan plan = plan(Map.of(
                "problems.include", "[nist.misra1a, nist.chwirut2]",
                "data.noise", "[0, 0.1]",
                "data.seeds", "[3, 4]",
                "seeds", "[0]"));
        Map<Long, Set<Integer>> rowsBySeed = plan.trials().stream()
                .collect(Collectors.groupingBy(
                        Trial::dataSeed,
                        Collectors.mapping(
                                trial -> plan.dataset(trial.datasetId())
                                        .rows(Split.TRAIN)
                                        .count(),
                                Collectors.toSet())));

        assertThat(rowsBySeed).isEqualTo(Map.of(0L, Set.of(14), 3L, Set.of(40), 4L, Set.of(40)));
        assertThat(plan.trials()).extracting(Trial::noise).containsOnly(0.0);
    }

    @Test
    void dataThatChangeBetweenPlanningAndWritingAreNoticed(@TempDir Path folder) throws IOException {
        Path table = Files.writeString(folder.resolve("table.csv"), "t,y\n1,2\n2,3\n3,5\n");
        Files.writeString(
                folder.resolve("problems.yaml"),
                "field: own\nproblems: [{id: own.table, data: table.csv, target: {name: y}, variables: [{name: t}]}]\n");
        Path file = Files.writeString(
                folder.resolve("own.yaml"),
                "name: own\nproblems: {files: [problems.yaml]}\noperator-sets: [{name: sums, operators: [+]}]\n");
        Plan plan = Planner.plan(ExperimentConfig.load(file, Map.of()));
        Files.writeString(table, "t,y\n1,2\n2,3\n3,6\n");

        assertThatThrownBy(() -> plan.datasets().iterator().next())
                .isInstanceOf(ExperimentException.class)
                .hasMessage("The data of problem 'own.table' changed while the experiment was planned; plan again");
    }

    @Test
    void theCostliestTrialsComeFirst() {
        assertThat(plan(Map.of()).trials())
                .extracting(Trial::estimatedNodeRows)
                .isSortedAccordingTo((a, b) -> Long.compare(b, a))
                .allMatch(cost -> cost > 0);
    }

    @Test
    void problemRowsSayWhatTheCatalogueSaysAndNullForTheRest() {
        Plan plan = plan(Map.of("problems.include", "[mechanics.atwood, nist.nelson]"));
        ProblemRow atwood = plan.problems().get(0);
        ProblemRow nelson = plan.problems().get(1);

        assertThat(atwood.kind()).isEqualTo("formula");
        assertThat(atwood.formula()).isEqualTo("g*(m1 - m2)/(m1 + m2)");
        assertThat(atwood.formulaSize()).isEqualTo(9);
        assertThat(atwood.formulaOperators()).isEqualTo(Map.of("*", 1, "-", 1, "/", 1, "+", 1));
        assertThat(atwood.variableUnits()).containsExactly("m/s^2", "kg", "kg");
        assertThat(atwood.description()).isNull();
        assertThat(nelson.kind()).isEqualTo("data");
        assertThat(nelson.target()).isEqualTo("log(y)");
        assertThat(nelson.targetUnit()).isEqualTo("log(kV)");
        assertThat(nelson.difficulty()).isEqualTo("average");
        assertThat(nelson.formula()).contains("2.5906836021");
    }

    @Test
    void aDataSetThatNoTaskCanHoldIsRefused() {
        ExperimentConfig config = config(with(TWO_FORMULAS, "data.train-rows", "100000000"));

        assertThatThrownBy(() -> Planner.plan(config))
                .isInstanceOf(ExperimentException.class)
                .hasMessage(
                        "Problem 'mechanics.atwood' needs 3814 MiB of data, more than the 256 MiB that a trial may hold; "
                                + "use fewer rows");
    }

    private static Trial only(Map<String, String> overrides) {
        Map<String, String> one = new LinkedHashMap<>(Map.of("problems.include", "[mechanics.atwood]", "seeds", "[0]"));
        one.putAll(overrides);
        List<Trial> trials = plan(one).trials();
        assertThat(trials).hasSize(1);
        return trials.get(0);
    }

    private static Map<String, String> with(Map<String, String> overrides, String key, String value) {
        Map<String, String> more = new LinkedHashMap<>(overrides);
        more.put(key, value);
        return more;
    }

    private static Plan plan(Map<String, String> overrides) {
        return Planner.plan(config(overrides));
    }

    private static ExperimentConfig config(Map<String, String> overrides) {
        Map<String, String> all = new LinkedHashMap<>(Map.of(
                "problems.files", "[problems/mechanics.yaml, problems/particle.yaml, problems/nist.yaml]",
                "problems.include", "[mechanics.*, particle.sudakov, nist.misra1a]",
                "problems.exclude", "[]",
                "operator-sets", "[{name: small, operators: [+, -, '*', /, exp]}]",
                "seeds", "[0, 1]"));
        all.putAll(overrides);
        return ExperimentConfig.load(Repository.CONFIGS.resolve("quickstart.yaml"), all);
    }
}
