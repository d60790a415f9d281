package org.spolia.jobs.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spolia.experiment.configuration.ExperimentConfig;
import org.spolia.experiment.planning.Plan;
import org.spolia.experiment.planning.Planner;
import org.spolia.experiment.prior.Experience;
import org.spolia.experiment.problem.FeatureProblem;
import org.spolia.experiment.row.CandidateRow;
import org.spolia.experiment.row.Feature;
import org.spolia.jobs.TestWarehouse;
import org.spolia.jobs.WithSpark;
import org.spolia.jobs.experience.WarehouseFeatures;
import org.spolia.jobs.experience.WarehousePlans;
import org.spolia.jobs.pipeline.StageRun;
import org.spolia.jobs.stage.ProgressListener;
import org.spolia.jobs.stage.StageListener;
import org.spolia.jobs.stream.RowStage;
import org.spolia.jobs.tables.Table;
import org.spolia.jobs.tables.Warehouse;
import org.spolia.jobs.tables.digest.Digest;
import org.spolia.jobs.trial.PlanStage;

/** Blocks of rows arrive one file after the other; the constant of their law changes, or does not. */
@WithSpark
class WatchStageTest {
    private static final String LAW = "2*x + 1";
    private static final int ROWS = 40;
    private static final int BEFORE = 30;
    private static final int AFTER = 15;

    @TempDir
    private Path folder;

    private Path file;
    private FeatureProblem problem;
    private Warehouse warehouse;

    @BeforeEach
    void write(SparkSession spark) throws IOException {
        Files.writeString(folder.resolve("problems.yaml"), """
            field: mechanics
            problems:
              - id: own.line
                source: surveys.lines
                target: {name: y}
                variables: [{name: x}]
                train: x > 0
            """);
        file = Files.writeString(folder.resolve("config.yaml"), """
            name: lines
            problems: {files: [problems.yaml]}
            operator-sets: [{name: small, operators: [+, "*"]}]
            monitors: [{problem: own.line, laws: ['%s']}]
            """.formatted(LAW));
        problem = config(Map.of()).featureProblems().get(0);
        warehouse = TestWarehouse.create(spark, folder.resolve("out"));
    }

    @Test
    void eachWindowIsWrittenOnceInAnyBatches(SparkSession spark) {
        arrive(warehouse, 0, 4, 2);
        assertThat(run(warehouse, config(Map.of()))).isTrue();
        arrive(warehouse, 4, 10, 2);
        List<String> lines = new ArrayList<>();
        StageRun watch =
                new StageRun(config(Map.of()), warehouse, false, new WarehousePlans(config(Map.of()), () -> warehouse));
        new WatchDefinition().works(watch).forEach(work -> work.run(into(lines)));
        assertThat(lines).containsExactly("12 windows of 1 laws added");
        assertThat(run(warehouse, config(Map.of()))).isTrue();
        assertThat(run(warehouse, config(Map.of()))).isFalse();
        Warehouse atOnce = TestWarehouse.create(spark, folder.resolve("at-once"));
        arrive(atOnce, 0, 10, 2);
        run(atOnce, config(Map.of()));

        assertThat(warehouse.read(Table.LAW_WINDOWS).count())
                .as("of both splits")
                .isEqualTo(2 * 10);
        assertThat(warehouse.read(Table.LAW_MONITOR).count()).isEqualTo(10);
        assertThat(Digest.all(warehouse)).isEqualTo(Digest.all(atOnce));
    }

    @Test
    void aLawThatIsAddedLaterGetsAllWindows() {
        arrive(warehouse, 0, 3, 2);
        run(warehouse, config(Map.of()));
        ExperimentConfig both = config(Map.of("monitors[0].laws", "[1 + 2*x, 2.5*x, log(x)]"));
        arrive(warehouse, 3, 5, 2);
        run(warehouse, both);

        assertThat(states("expression, window_number, loss IS NULL, invalid_rows"))
                .as("one spelling of the first law; the last one is not defined where x < 0")
                .hasSize(3 * 5)
                .filteredOn(row -> row.getBoolean(2))
                .hasSize(5)
                .allMatch(row -> row.getString(0).equals("log(x)") && row.getInt(3) > 0);
        assertThat(run(warehouse, config(Map.of()))).as("changed back").isTrue();
        assertThat(states("1")).hasSize(5);
    }

    @Test
    void aChangedConstantRaisesAnAlarm() {
        arrive(warehouse, 0, BEFORE, 2);
        run(warehouse, config(Map.of()));
        assertThat(states("alarm")).hasSize(BEFORE).noneMatch(row -> row.getBoolean(0));

        arrive(warehouse, BEFORE, BEFORE + AFTER, 2.2);
        run(warehouse, config(Map.of()));

        List<Row> alarms = states("window_number, alarm, alarm_window, p_value");
        assertThat(alarms.subList(0, BEFORE)).noneMatch(row -> row.getBoolean(1));
        Row last = alarms.get(BEFORE + AFTER - 1);
        assertThat(last.getBoolean(1)).isTrue();
        assertThat(last.getInt(2)).isBetween(BEFORE + 1, BEFORE + AFTER);
        assertThat(last.getDouble(3)).isLessThanOrEqualTo(0.01);
        warehouse.registerFor("law_alarms");
        Row view = warehouse
                .spark()
                .sql("SELECT windows, alarm_file FROM law_alarms")
                .head();
        assertThat(view.getInt(0)).isEqualTo(BEFORE + AFTER);
        assertThat(view.getString(1)).isEqualTo(name(last.getInt(2) - 1));
    }

    @Test
    void equationsOfTrialsAreWatched() {
        ExperimentConfig found = config(Map.of("monitors", "[{problem: own.line}]", "seeds", "[0, 1]"));
        arrive(warehouse, 0, 3, 2);
        run(warehouse, found);
        assertThat(warehouse.read(Table.WATCHED_LAWS).count())
                .as("nothing found")
                .isZero();

        Plan plan = Planner.plan(found, Experience.NONE, new WarehouseFeatures(warehouse, found));
        PlanStage.run(warehouse, plan);
        warehouse.append(
                Table.CANDIDATES,
                plan.trials().stream()
                        .map(trial -> new CandidateRow(
                                trial.trialId(), 3, 1, "2*x", 3, 2, Map.of("*", 1), List.of(2.0), 1, true, true))
                        .toList());
        run(warehouse, found);

        assertThat(states("expression")).as("two trials with one equation").hasSize(3);
    }

    private ExperimentConfig config(Map<String, String> overrides) {
        return ExperimentConfig.load(file, overrides);
    }

    private static boolean run(Warehouse warehouse, ExperimentConfig config) {
        boolean worked = false;
        for (RowStage stream : WatchStage.streams(config, warehouse).rows()) {
            worked |= stream.runOnce(warehouse, ProgressListener.SILENT);
        }
        worked |= MonitorStage.run(warehouse, config);
        return worked;
    }

    private static StageListener into(List<String> lines) {
        return new StageListener() {
            @Override
            public void report(String line) {
                lines.add(line);
            }

            @Override
            public void progressed(String stage, long done, long failed, long total) {}
        };
    }

    private List<Row> states(String columns) {
        return warehouse
                .read(Table.LAW_MONITOR)
                .sort("expression", "window_number")
                .selectExpr(columns.split(", "))
                .collectAsList();
    }

    private static String name(int number) {
        return String.format(Locale.ROOT, "file-%03d", number);
    }

    /** Adds a block of each split for each file, with noise that is a function of file and row. */
    private void arrive(Warehouse to, int first, int end, double slope) {
        List<Feature> blocks = new ArrayList<>();
        for (int number = first; number < end; number++) {
            for (String split : List.of("train", "test")) {
                double[] x = new double[ROWS];
                double[] y = new double[ROWS];
                for (int row = 0; row < ROWS; row++) {
                    x[row] = 2 * uniform(number, row) - 1;
                    y[row] = 1 + slope * x[row] + 0.1 * (uniform(number, ROWS + row) - 0.5);
                }
                blocks.add(new Feature(
                        problem.featuresId(),
                        problem.source(),
                        name(number),
                        null,
                        split,
                        0,
                        ROWS,
                        LongStream.range(0, ROWS).boxed().toList(),
                        new double[][] {x},
                        y,
                        null));
            }
        }
        to.append(Table.FEATURES, blocks);
    }

    private static double uniform(int number, int draw) {
        return new SplittableRandom(1000L * number + draw).nextDouble();
    }
}
