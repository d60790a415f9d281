package org.spolia.jobs.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.spolia.experiment.ExperimentException;
import org.spolia.experiment.configuration.ExperimentConfig;
import org.spolia.experiment.configuration.data.ShardConfig;
import org.spolia.experiment.planning.Plan;
import org.spolia.experiment.planning.Planner;
import org.spolia.experiment.prior.Experience;
import org.spolia.experiment.problem.FeatureProblem;
import org.spolia.experiment.row.Feature;
import org.spolia.jobs.FoundLaw;
import org.spolia.jobs.Statuses;
import org.spolia.jobs.TestWarehouse;
import org.spolia.jobs.WithSpark;
import org.spolia.jobs.experience.PastExperiments;
import org.spolia.jobs.experience.WarehouseFeatures;
import org.spolia.jobs.pipeline.Stages;
import org.spolia.jobs.reset.StageReset;
import org.spolia.jobs.shard.ShardStage;
import org.spolia.jobs.stage.ProgressListener;
import org.spolia.jobs.stage.StageFailure;
import org.spolia.jobs.stage.StageStatus;
import org.spolia.jobs.stream.RowStage;
import org.spolia.jobs.tables.RecordRows;
import org.spolia.jobs.tables.Table;
import org.spolia.jobs.tables.Warehouse;
import org.spolia.jobs.trial.PlanStage;
import org.spolia.jobs.trial.ScoreStage;
import org.spolia.jobs.trial.SearchStage;
import org.spolia.statistics.Metrics;
import org.spolia.symbolic.evaluation.Evaluator;

/** Most of configs/pde.yaml, from its files to the laws. Tests change copies of its tables. */
@WithSpark
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FeaturesStageTest {
    private static final Path CONFIGS = Path.of(System.getProperty("spolia.root"), "configs");
    private static final Path DATA = CONFIGS.resolve("data");

    private Path folder;
    private Path processed;
    private ExperimentConfig config;
    private Warehouse warehouse;

    @BeforeAll
    void process(SparkSession spark, @TempDir Path temporary) {
        folder = temporary;
        config = load("problems.exclude", "[pde.gray_scott_b]");
        processed = folder.resolve("processed");
        warehouse = TestWarehouse.create(spark, processed);
        shard(config);
        assertThat(features(config)).isTrue();
        assertThat(PlanStage.run(warehouse, plan(waves()))).isEqualTo(2);
        SearchStage.create().runOnce(warehouse, ProgressListener.SILENT);
        ScoreStage.ofLaws().runOnce(warehouse, ProgressListener.SILENT);
    }

    @BeforeEach
    void copy(SparkSession spark) throws IOException {
        Path copy = Files.createTempDirectory(folder, "copy");
        TestWarehouse.copy(processed, copy);
        warehouse = TestWarehouse.at(spark, copy);
    }

    @Test
    void advectionAndDiffusionAreFoundInExactFrames() {
        FoundLaw law = law("pde.advection_diffusion");

        law.hasSlope("u_x", -0.7, 0.01);
        law.hasSlope("u_xx", 0.05, 0.01);
        assertThat(law.slope("u")).isCloseTo(0, within(0.007));
        assertThat(law.slope("u_xxx")).isCloseTo(0, within(0.007));
    }

    @Test
    void advectionAndDiffusionAreFoundInNoisyFramesByTheirWeakForm() {
        FoundLaw law = law("pde.advection_diffusion_noisy");

        law.hasSlope("u_x", -0.7, 0.05);
        law.hasSlope("u_xx", 0.05, 0.05);
        assertThat(law.slope("u")).isCloseTo(0, within(0.035));
        assertThat(law.slope("u_u_x")).isCloseTo(0, within(0.035));
    }

    @Test
    void rowsObeyTheEquationOfTheFrames() {
        FeatureProblem problem = problem("pde.gray_scott_a");
        List<Feature> blocks = blocks(problem);

        assertThat(blocks).extracting(Feature::split).containsExactlyInAnyOrder("train", "test");
        for (Feature block : blocks) {
            assertThat(block.rows()).isEqualTo(500);
            double[] change = new Evaluator().predict(problem.law().orElseThrow(), block.columns());
            assertThat(Metrics.nmse(change, block.target())).isLessThan(1e-5);
        }
    }

    @Test
    void lawsAreScoredOnOtherTrajectoriesAndLaterTimes() {
        List<Row> scores = warehouse
                .read(Table.SCORES)
                .join(selected(), new String[] {"trial_id", "complexity", "rank"})
                .filter("name = 'pde.advection_diffusion'")
                .select("split", "nmse")
                .collectAsList();

        assertThat(scores).extracting(row -> row.getString(0)).containsExactlyInAnyOrder("train", "test", "ood");
        assertThat(scores).allMatch(row -> row.getDouble(1) < 1e-6);
    }

    @Test
    void discoveredLawsChooseTheVariablesOfOtherProblems() {
        ExperimentConfig learning = ExperimentConfig.load(
                CONFIGS.resolve("pde.yaml"),
                Map.of(
                        "seeds", "[0]",
                        "search.evaluations", "3000",
                        "problems.include", "[pde.advection_diffusion*]",
                        "learned-variables", "[{problems: ['*_noisy'], from: ['*_diffusion']}]"));
        Plan plan = Planner.plan(learning, new PastExperiments(warehouse), new WarehouseFeatures(warehouse, learning));

        assertThat(plan.awaited()).isEmpty();
        assertThat(PlanStage.run(warehouse, plan))
                .as("the trials with all variables exist")
                .isEqualTo(2);
        assertThat(warehouse
                        .read(Table.PROBLEMS)
                        .join(warehouse.read(Table.TRIALS), "problem_id")
                        .filter("name LIKE '%_noisy'")
                        .selectExpr("concat_ws(' ', variable_choice, variables) AS chosen")
                        .as(Encoders.STRING())
                        .collectAsList())
                .containsExactlyInAnyOrder("all u u_x u_xx u_u_x", "learned u_x u_xx", "random u u_u_x");
    }

    @Test
    void aSecondRunWritesNothing() {
        long before = commits();

        assertThat(features(config)).isFalse();
        assertThat(PlanStage.run(warehouse, plan(waves()))).isZero();
        assertThat(commits()).isEqualTo(before);
    }

    @Test
    @Tag("slow")
    void neitherBatchesNorTilesMatter(SparkSession spark) {
        FeatureProblem problem = problem("pde.gray_scott_a");
        List<Feature> undisturbed = blocks(problem);
        warehouse = TestWarehouse.create(spark, folder.resolve("batches"));
        shard(load(
                "shards",
                "[{name: gray_scott, format: well, path: %s, tile: 100, files-per-batch: 1}]"
                        .formatted(DATA.resolve("well/datasets/gray_scott/data"))));

        FeaturesStage.of(problem, warehouse).rows().runOnce(warehouse, ProgressListener.SILENT);

        assertThat(warehouse.state(Table.FEATURES).transactions().values())
                .as("the last batch, of four")
                .containsExactly(3L);
        assertThat(blocks(problem)).usingRecursiveComparison().isEqualTo(undisturbed);
    }

    @Test
    void aResetRemovesRowsAndKeepsThePlannedTrials() {
        List<Feature> before = blocks(problem("pde.advection_diffusion"));
        StageReset.of(warehouse, Stages.named("features")).run();
        warehouse.create();

        assertThat(warehouse.read(Table.TRIALS).count()).isEqualTo(2);
        assertThat(warehouse.read(Table.ATTEMPTS).filter("stage = 'features'").count())
                .isZero();
        assertThat(features(waves())).isTrue();
        assertThat(blocks(problem("pde.advection_diffusion")))
                .usingRecursiveComparison()
                .isEqualTo(before);
        assertThat(PlanStage.run(warehouse, plan(waves()))).isZero();
    }

    @Test
    void aResetOfShardRemovesDependentRows() {
        StageReset.of(warehouse, Stages.named("shard")).run();
        FeatureProblem problem = problem("pde.gray_scott_a");

        assertThat(warehouse.state(Table.FEATURES).exists()).isFalse();
        assertThat(warehouse.state(Table.OBSERVATIONS).exists()).isTrue();
        assertThatThrownBy(() -> FeaturesStage.of(problem, warehouse))
                .isInstanceOf(ExperimentException.class)
                .hasMessage(
                        "Problem 'pde.gray_scott_a': source: there is no table simulations.gray_scott; name its files "
                                + "in 'shards' and run stage shard first");
    }

    @Test
    void statusCountsTrajectories() {
        long listed = config.featureProblems().stream()
                .mapToLong(problem -> FeaturesStage.listed(problem, warehouse))
                .sum();

        assertThat(listed).isEqualTo(7);
        assertThat(Statuses.of(FeaturesDefinition.INFO, warehouse, config))
                .isEqualTo(new StageStatus(FeaturesDefinition.INFO, 7, 7, 0, 0));
    }

    @Test
    void impossibleRequestsAreMistakes() throws IOException {
        FeatureProblem wide = written("weak: {half-width: [40]}", "split = 'train'");
        FeatureProblem unknown = written("margin: 0", "parameter_speed > 0");

        RowStage rows = FeaturesStage.of(wide, warehouse).rows();
        assertThatThrownBy(() -> rows.runOnce(warehouse, ProgressListener.SILENT))
                .isInstanceOf(StageFailure.class)
                .hasStackTraceContaining(
                        "Problem 'own': gray_scott/train/gray_scott_F_0.014_k_0.054.hdf5 run 0, train, "
                                + "for own has no rows: Axis 't' has 16 points where a window has 81; narrow the window");
        FeaturesStage stage = FeaturesStage.of(unknown, warehouse);
        assertThatThrownBy(stage::rows)
                .isInstanceOf(ExperimentException.class)
                .hasMessageContaining("Problem 'own': table simulations.gray_scott does not fit: ")
                .hasMessageContaining("parameter_speed");
    }

    @Test
    void objectsOfASurveyAreRows() throws IOException {
        shard(load("shards", "[{name: desi, format: universe, path: %s}]".formatted(DATA.resolve("universe/desi"))));
        FeatureProblem problem = problems("""
                field: sky
                problems:
                  - id: own
                    source: surveys.desi
                    target: {name: height, of: sin(radians(dec))}
                    variables: [{name: dec}, {name: bright, of: array_max(spectrum_flux)}]
                    train: ra > 0
                """);
        FeaturesStage.of(problem, warehouse).rows().runOnce(warehouse, ProgressListener.SILENT);

        List<Feature> blocks = blocks(problem);
        assertThat(blocks.stream().mapToInt(Feature::rows).sum()).isEqualTo(3);
        for (Feature block : blocks) {
            for (int row = 0; row < block.rows(); row++) {
                assertThat(block.target()[row])
                        .isCloseTo(Math.sin(Math.toRadians(block.columns()[0][row])), within(1e-12));
            }
        }
    }

    /** The experiment with small searches, and with another value of a key. */
    private static ExperimentConfig load(String key, String value) {
        return ExperimentConfig.load(
                CONFIGS.resolve("pde.yaml"), Map.of("seeds", "[0]", "search.evaluations", "3000", key, value));
    }

    /** The part whose laws are found quickly. */
    private static ExperimentConfig waves() {
        return load("problems.include", "[pde.advection_diffusion*]");
    }

    private FeatureProblem written(String keys, String train) throws IOException {
        return problems("""
                field: chemistry
                problems:
                  - id: own
                    source: simulations.gray_scott
                    target: {name: A_t}
                    variables: [{name: A}, {name: B}, {name: A_x}]
                    train: "%s"
                    %s
                """.formatted(train, keys));
    }

    private FeatureProblem problems(String text) throws IOException {
        Files.writeString(folder.resolve("problems.yaml"), text);
        Path file = Files.writeString(folder.resolve("own.yaml"), """
                name: own
                problems: {files: [problems.yaml]}
                operator-sets: [{name: small, operators: [+, "*"]}]
                """);
        return ExperimentConfig.load(file, Map.of()).featureProblems().get(0);
    }

    private FeatureProblem problem(String id) {
        return config.featureProblems().stream()
                .filter(problem -> problem.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private List<Feature> blocks(FeatureProblem problem) {
        return warehouse
                .read(Table.FEATURES)
                .filter(functions.col("features_id").equalTo(problem.featuresId()))
                .collectAsList()
                .stream()
                .map(row -> RecordRows.toRecord(row, Feature.class))
                .sorted(Comparator.comparing(Feature::file))
                .toList();
    }

    private void shard(ExperimentConfig asked) {
        for (ShardConfig shard : asked.shards()) {
            ShardStage.of(shard, warehouse).runOnce(true, ProgressListener.SILENT);
        }
    }

    private boolean features(ExperimentConfig asked) {
        boolean worked = false;
        for (FeatureProblem problem : asked.featureProblems()) {
            worked |= FeaturesStage.of(problem, warehouse).rows().runOnce(warehouse, ProgressListener.SILENT);
        }
        return worked;
    }

    private Plan plan(ExperimentConfig asked) {
        return Planner.plan(asked, Experience.NONE, new WarehouseFeatures(warehouse, asked));
    }

    private long commits() {
        return warehouse.relations().stream()
                .mapToLong(table -> warehouse.state(table).version())
                .sum();
    }

    private org.apache.spark.sql.Dataset<Row> selected() {
        return warehouse
                .read(Table.CANDIDATES)
                .filter("selected")
                .join(warehouse.read(Table.TRIALS).select("trial_id", "problem_id"), "trial_id")
                .join(warehouse.read(Table.PROBLEMS).select("problem_id", "name"), "problem_id");
    }

    private FoundLaw law(String problem) {
        String text = selected()
                .filter(functions.col("name").equalTo(problem))
                .select("expression")
                .first()
                .getString(0);
        return new FoundLaw(text, problem(problem).variableNames());
    }
}
