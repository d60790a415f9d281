package org.spolia.jobs.utility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.spolia.experiment.ExperimentException;
import org.spolia.experiment.configuration.ExperimentConfig;
import org.spolia.experiment.configuration.search.SearchConfig;
import org.spolia.experiment.planning.Plan;
import org.spolia.experiment.planning.Planner;
import org.spolia.experiment.planning.TrialRunner;
import org.spolia.experiment.row.CandidateRow;
import org.spolia.experiment.row.OperatorSetRow;
import org.spolia.experiment.row.OperatorUtility;
import org.spolia.experiment.row.ProblemRow;
import org.spolia.experiment.row.Score;
import org.spolia.experiment.row.Trial;
import org.spolia.jobs.TestWarehouse;
import org.spolia.jobs.WithSpark;
import org.spolia.jobs.experience.FieldComplexities;
import org.spolia.jobs.experience.PastExperiments;
import org.spolia.jobs.tables.RecordRows;
import org.spolia.jobs.tables.Table;
import org.spolia.jobs.tables.Warehouse;
import org.spolia.jobs.tables.digest.Digest;
import org.spolia.jobs.trial.PlanStage;
import org.spolia.symbolic.expression.Operator;
import org.spolia.symbolic.search.options.OperatorComplexity;

/** A planned design. Trials with sqrt score 0.9 and trials without it 0.4; the other operators have no effect. */
@WithSpark
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class UtilityStageTest {
    private static final double WITH = 0.9;
    private static final double WITHOUT = 0.4;

    private Path folder;
    private Warehouse warehouse;
    private ExperimentConfig config;
    private Plan plan;

    @BeforeAll
    void run(SparkSession spark, @TempDir Path temporary) throws IOException {
        folder = temporary;
        Path file = Files.writeString(folder.resolve("config.yaml"), """
                name: utilities
                problems:
                  files: [%1$s/configs/problems/mechanics.yaml, %1$s/configs/problems/fluids.yaml]
                  include: [mechanics.kepler_third, mechanics.atwood, fluids.*]
                data: {train-rows: 20, test-rows: 10}
                operator-sets:
                  - {design: plackett-burman, name: three, base: [+, "*", /], optional: [sqrt, exp, placebo1]}
                """.formatted(System.getProperty("spolia.root")));
        config = ExperimentConfig.load(file, Map.of());
        plan = Planner.plan(config);
        warehouse = TestWarehouse.create(spark, folder.resolve("out"));
        PlanStage.run(warehouse, plan);
        append(plan.trials());
        assertThat(runStage()).isTrue();
    }

    private boolean runStage() {
        return UtilityStage.run(warehouse, plan.experiment().experimentId(), config.operatorSets(), config.designs());
    }

    private void append(List<Trial> trials) {
        List<CandidateRow> candidates = new ArrayList<>();
        List<Score> scores = new ArrayList<>();
        for (Trial trial : trials) {
            ProblemRow problem = problem(trial);
            double g = trial.operators().contains("sqrt") ? WITH : WITHOUT;
            candidates.add(new CandidateRow(
                    trial.trialId(), 3, 1, law(problem), 3, 2, Map.of("+", 1), List.of(), 0.5, true, true));
            candidates.add(
                    new CandidateRow(trial.trialId(), 2, 1, "x", 2, 2, Map.of("sqrt", 1), List.of(), 0.5, true, false));
            for (String split : List.of("train", "test", "ood")) {
                scores.add(score(trial, 3, split, split.equals("ood") ? 0.5 : 0.1, g));
                scores.add(score(trial, 2, split, 0.1, 0.1));
            }
        }
        warehouse.append(Table.CANDIDATES, candidates);
        warehouse.append(Table.SCORES, scores);
    }

    /** One structure for the two laws of mechanics, another one for the laws of fluids. */
    private static String law(ProblemRow problem) {
        String first = problem.variables().get(0);
        String last = problem.variables().get(problem.variables().size() - 1);
        return problem.field().equals("mechanics")
                ? "2.317 - sqrt(%s/(%1$s + exp(%s)))".formatted(first, last)
                : "exp(-%s/%s)".formatted(first, last);
    }

    private ProblemRow problem(Trial trial) {
        return plan.problems().stream()
                .filter(problem -> problem.problemId().equals(trial.problemId()))
                .findFirst()
                .orElseThrow();
    }

    private static Score score(Trial trial, int complexity, String split, double nmse, double g) {
        return new Score(
                trial.datasetId(),
                trial.trialId(),
                Score.LAW,
                complexity,
                1,
                split,
                10,
                1,
                nmse,
                1 - nmse,
                g,
                0,
                null,
                null,
                null,
                null);
    }

    @Test
    @Order(1)
    void usefulOperatorsOfAFieldCostLessInItsFit() {
        Map<String, Double> costs = costs(Optional.empty(), "mechanics");

        assertThat(costs.keySet()).containsExactlyInAnyOrder("+", "sqrt", "exp");
        assertThat(costs.get("sqrt")).isLessThan(Objects.requireNonNull(costs.get("exp")));
        assertThat(costs(Optional.of("utilities"), "mechanics")).isEqualTo(costs);
        assertThatThrownBy(() -> costs(Optional.empty(), "mechanic"))
                .isInstanceOf(ExperimentException.class)
                .hasMessageContaining("did you mean 'mechanics'?");
        assertThatThrownBy(() -> costs(Optional.of("utility"), "mechanics"))
                .isInstanceOf(ExperimentException.class)
                .hasMessageContaining("did you mean 'utilities'?");
    }

    private Map<String, Double> costs(Optional<String> experiment, String field) {
        return FieldComplexities.of(warehouse, experiment, "", field, List.of("+", "sqrt", "exp"));
    }

    @Test
    @Order(1)
    void theEffectOfAnOperatorFollowsFromItsSets() {
        OperatorUtility useful = utility("level = 'all' AND factor = 'sqrt'");
        OperatorUtility useless = utility("level = 'all' AND factor = 'placebo1'");

        assertThat(useful.effect()).isCloseTo(WITH - WITHOUT, within(1e-12));
        assertThat(useful.problems()).isEqualTo(plan.problems().size());
        assertThat(useful.pValue()).isLessThan(0.01);
        assertThat(useless.effect()).isCloseTo(0, within(1e-12));
    }

    @Test
    @Order(1)
    void everyLevelHasItsRows() {
        int problems = plan.problems().size();

        assertThat(count(Table.OPERATOR_UTILITY, "level = 'design'")).isEqualTo(1);
        assertThat(count(Table.OPERATOR_UTILITY, "level = 'all'")).isEqualTo(3);
        assertThat(count(Table.OPERATOR_UTILITY, "level = 'field'")).isEqualTo(6);
        assertThat(count(Table.OPERATOR_UTILITY, "level = 'problem'")).isEqualTo(3L * problems);
        assertThat(count(Table.OPERATOR_TRANSFER, "correlation IS NOT NULL")).isEqualTo(4);
    }

    /** The law with sqrt has the same training error, a lower error out of distribution, and a smaller size. */
    @Test
    @Order(1)
    void everyMeasureIsEvaluatedOnTheSamePairs() {
        assertThat(count(
                        Table.COST_AUC,
                        "problem_id IS NULL AND pairs = " + plan.trials().size()))
                .isEqualTo(4);
        assertThat(count(Table.COST_AUC, "problem_id IS NULL AND measure IN ('nodes', 'utility') AND auc = 1"))
                .isEqualTo(2);
    }

    @Test
    @Order(2)
    void withTheSameVersionsNothingIsDone() {
        long version = warehouse.state(Table.OPERATOR_UTILITY).version();

        assertThat(runStage()).isFalse();
        assertThat(warehouse.state(Table.OPERATOR_UTILITY).version()).isEqualTo(version);
    }

    @Test
    @Order(2)
    void aLaterPlanLearnsCostsOfOperators() throws IOException {
        ExperimentConfig later = costs("{costs: utility, from: utilities}");
        Plan learned = Planner.plan(later, new PastExperiments(warehouse));

        List<Trial> arm = learned.trials().stream()
                .filter(trial -> trial.complexityPrior().equals("utility"))
                .toList();
        assertThat(arm).hasSize(learned.trials().size() / 2).allSatisfy(trial -> {
            Map<String, Double> costs =
                    SearchConfig.parse(trial.searchOptions()).options().constraints().complexityOfOperators().stream()
                            .collect(Collectors.toMap(OperatorComplexity::operator, OperatorComplexity::complexity));
            assertThat(costs.keySet()).containsExactlyInAnyOrderElementsOf(trial.operators());
            assertThat(costs.get("sqrt")).isLessThan(costs.get("exp"));
        });
        assertThat(plan.trials())
                .extracting(Trial::trialId)
                .doesNotContainAnyElementsOf(arm.stream().map(Trial::trialId).toList());
    }

    @Test
    @Order(2)
    void costsOfAnExperimentThatWasNotRunCannotBeLearned() throws IOException {
        ExperimentConfig later = costs("{costs: utility, from: utilitys}");

        assertThatThrownBy(() -> Planner.plan(later, new PastExperiments(warehouse)))
                .isInstanceOf(ExperimentException.class)
                .hasMessageContaining("no rows of experiment 'utilitys'")
                .hasMessageContaining("did you mean 'utilities'?");
    }

    @Test
    @Order(1)
    void lawsHaveConceptsInCommon() {
        assertThat(formulas("left_out = 'nothing' AND draw = 0"))
                .containsExactly("exp(-(x/y))", "sqrt(y/(exp(x) + y))");
        assertThat(formulas("left_out = 'problem' AND problem = 'mechanics.atwood' AND draw = 0"))
                .containsExactly("exp(-(x/y))");
        assertThat(count(Table.CONCEPTS, "left_out = 'nothing' AND draw > 0")).isEqualTo(4 * 2);
    }

    private List<String> formulas(String condition) {
        return warehouse.read(Table.CONCEPTS).filter(condition).sort("place").collectAsList().stream()
                .map(row -> row.<String>getAs("definition"))
                .map(definition -> definition.substring(definition.indexOf("= ") + 2))
                .toList();
    }

    @Test
    @Order(2)
    void aLaterPlanHasConceptsAsOperators() throws IOException {
        ExperimentConfig later = learning("[{name: plain, operators: [+, \"*\", /, sqrt]},"
                + " {name: learned, base: [+, \"*\", /, sqrt], concepts: {from: utilities}},"
                + " {name: blind, base: [+, \"*\", /, sqrt], concepts: {from: utilities, control: random}}]");
        Plan learned = Planner.plan(later, new PastExperiments(warehouse));
        Map<String, OperatorSetRow> sets = learned.operatorSets().stream()
                .collect(Collectors.toMap(OperatorSetRow::operatorSetId, Function.identity()));
        String plain = learned.operatorSets().stream()
                .filter(set -> set.name().equals("plain"))
                .findFirst()
                .orElseThrow()
                .operatorSetId();

        String kepler = learned.problems().stream()
                .filter(problem -> problem.name().equals("mechanics.kepler_third"))
                .findFirst()
                .orElseThrow()
                .problemId();

        for (Trial trial : learned.trials()) {
            OperatorSetRow set = Objects.requireNonNull(sets.get(trial.operatorSetId()));
            boolean known = kepler.equals(trial.problemId());
            List<String> defined =
                    trial.operators().stream().filter(Operator::isDefinition).toList();
            assertThat(set.operators()).isEqualTo(trial.operators());
            assertThat(defined).hasSize(set.name().equals("plain") ? 0 : known ? 1 : 2);
            assertThat(set.baseId()).isEqualTo(set.name().equals("plain") ? null : plain);
            if (set.concepts().equals(OperatorSetRow.MINED)) {
                assertThat(defined).anyMatch(text -> text.endsWith("= exp(-(x/y))"));
            }
        }
        assertThat(learned.trials()).hasSize(3 * learned.problems().size());
        assertThat(Planner.plan(later, new PastExperiments(warehouse)).trials()).isEqualTo(learned.trials());
        assertThat(TrialRunner.run(
                                learned.trials().get(0),
                                learned.dataset(learned.trials().get(0).datasetId()))
                        .candidates())
                .isNotEmpty();
    }

    @Test
    @Order(2)
    void conceptsOfAnExperimentThatWasNotRunCannotBeRead() throws IOException {
        ExperimentConfig later = learning("[{name: learned, base: [+], concepts: {from: utilitys}}]");

        assertThatThrownBy(() -> Planner.plan(later, new PastExperiments(warehouse)))
                .isInstanceOf(ExperimentException.class)
                .hasMessageContaining("Table concepts has no rows of experiment 'utilitys'")
                .hasMessageContaining("did you mean 'utilities'?");
    }

    private ExperimentConfig costs(String prior) throws IOException {
        return later("[{name: some, operators: [+, \"*\", /, sqrt, exp]}]", "[{costs: uniform}, " + prior + "]");
    }

    private ExperimentConfig learning(String sets) throws IOException {
        return later(sets, "[{costs: uniform}]");
    }

    private ExperimentConfig later(String sets, String complexity) throws IOException {
        Path file = Files.writeString(
                folder.resolve("later.yaml"), """
                name: later
                problems: {files: [%s/configs/problems/mechanics.yaml], include: [mechanics.kepler_third, mechanics.pendulum*]}
                data: {train-rows: 20, test-rows: 10}
                operator-sets: %s
                complexity: %s
                search: {evaluations: 2000, max-size: 7, populations: 2, population-size: 24, library: {entries: 0}}
                """.formatted(System.getProperty("spolia.root"), sets, complexity));
        return ExperimentConfig.load(file, Map.of());
    }

    @Test
    @Order(2)
    void theHistoryListsTheVersionsThatWereRead() {
        Row commit = warehouse
                .spark()
                .sql("DESCRIBE HISTORY " + Table.OPERATOR_UTILITY)
                .orderBy(functions.desc("version"))
                .select("userMetadata")
                .head();

        assertThat(commit.getString(0))
                .startsWith("read ")
                .contains("scores " + warehouse.state(Table.SCORES).version())
                .contains("trials " + warehouse.state(Table.TRIALS).version());
    }

    @Test
    @Tag("slow")
    @Order(3)
    void onlyRowsOfTheExperimentAreReplaced() {
        OperatorUtility other = utility("level = 'all' AND factor = 'sqrt'");
        warehouse.append(Table.OPERATOR_UTILITY, List.of(ofExperiment("other", other)));
        List<Digest> before = Digest.all(warehouse);
        warehouse.append(Table.SCORES, List.of(score(plan.trials().get(0), 9, "ood", 0.5, 0.5)));

        assertThat(runStage()).isTrue();
        assertThat(count(Table.OPERATOR_UTILITY, "experiment_id = 'other'")).isEqualTo(1);
        assertThat(Digest.all(warehouse))
                .filteredOn(digest -> !digest.table().equals(Table.SCORES))
                .isSubsetOf(before);
    }

    private static OperatorUtility ofExperiment(String id, OperatorUtility row) {
        return new OperatorUtility(
                id,
                row.design(),
                row.level(),
                row.factor(),
                row.field(),
                row.problemId(),
                row.operators(),
                row.problems(),
                row.blocks(),
                row.inFormula(),
                row.effect(),
                row.standardError(),
                row.lower(),
                row.upper(),
                row.utility(),
                row.utilityWithout(),
                row.pull(),
                row.pValue(),
                row.leastPValue(),
                row.adjustedPValue(),
                row.interaction(),
                row.interactionPValue(),
                row.reason());
    }

    private OperatorUtility utility(String condition) {
        return RecordRows.toRecord(
                warehouse.read(Table.OPERATOR_UTILITY).filter(condition).head(), OperatorUtility.class);
    }

    private long count(Table table, String condition) {
        return warehouse.read(table).filter(condition).count();
    }
}
