package org.spolia.jobs.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.spolia.experiment.configuration.ExperimentConfig;
import org.spolia.experiment.planning.Plan;
import org.spolia.experiment.planning.Planner;
import org.spolia.experiment.row.CandidateRow;
import org.spolia.jobs.TestWarehouse;
import org.spolia.jobs.WithSpark;
import org.spolia.jobs.stage.ProgressListener;
import org.spolia.jobs.tables.Table;
import org.spolia.jobs.tables.Warehouse;

/** Two trials over one data set; one of them finds the law. */
@WithSpark
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ScoreStageTest {
    private Warehouse warehouse;
    private Plan plan;

    @BeforeAll
    void run(SparkSession spark, @TempDir Path folder) throws IOException {
        Path config =
                Files.writeString(folder.resolve("config.yaml"), """
                name: scores
                problems: {files: [%s/configs/problems/mechanics.yaml], include: [mechanics.atwood]}
                data: {train-rows: 40, test-rows: 20}
                operator-sets: [{name: small, operators: [+, "*", /]}]
                seeds: [0, 1]
                """.formatted(System.getProperty("spolia.root")));
        plan = Planner.plan(ExperimentConfig.load(config, Map.of()));
        warehouse = TestWarehouse.create(spark, folder.resolve("out"));
        PlanStage.run(warehouse, plan);
        warehouse.append(Table.CANDIDATES, List.of(candidate(0, "g*(m1-m2)/(m1+m2)"), candidate(1, "m1/0")));
        assertThat(ScoreStage.ofLaws().runOnce(warehouse, ProgressListener.SILENT))
                .isTrue();
        assertThat(ScoreStage.ofBaselines().runOnce(warehouse, ProgressListener.SILENT))
                .isTrue();
    }

    private CandidateRow candidate(int trial, String expression) {
        return new CandidateRow(
                plan.trials().get(trial).trialId(), 9, 1, expression, 9, 4, Map.of(), List.of(), 0, true, true);
    }

    @Test
    void aDataSetHasItsBaselinesOnce() {
        assertThat(warehouse.read(Table.SCORES).filter("model <> 'law'").count())
                .isEqualTo(15);
        assertThat(count("trial_id IS NULL AND dataset_id = '"
                        + plan.datasetIds().get(0) + "'"))
                .isEqualTo(15);
    }

    @Test
    void theLawIsRecoveredAndNonsenseIsNot() {
        assertThat(count("model = 'law' AND recovered AND split = 'ood'")).isEqualTo(1);
        assertThat(count("model = 'law' AND NOT recovered AND gap IS NULL AND g = 0 AND split = 'ood'"))
                .isEqualTo(1);
        assertThat(count("split <> 'ood' AND (recovered IS NOT NULL OR gap IS NOT NULL)"))
                .isZero();
    }

    @Test
    void attemptsNameTheTrialOrTheDataSet() {
        assertThat(warehouse
                        .read(Table.ATTEMPTS)
                        .filter("outcome = 'done' AND trial_id IS NOT NULL AND dataset_id IS NULL")
                        .count())
                .isEqualTo(2);
        assertThat(warehouse
                        .read(Table.ATTEMPTS)
                        .filter("outcome = 'done' AND trial_id IS NULL AND dataset_id IS NOT NULL")
                        .count())
                .isEqualTo(1);
    }

    @Test
    void scoredCandidatesAreNotScoredAgain() {
        assertThat(ScoreStage.ofLaws().runOnce(warehouse, ProgressListener.SILENT))
                .isFalse();
        assertThat(ScoreStage.ofBaselines().runOnce(warehouse, ProgressListener.SILENT))
                .isFalse();
    }

    private long count(String condition) {
        return warehouse.read(Table.SCORES).filter(condition).count();
    }
}
