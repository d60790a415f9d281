package org.spolia.experiment.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.spolia.experiment.Repository;
import org.spolia.experiment.configuration.ExperimentConfig;
import org.spolia.experiment.data.Dataset;
import org.spolia.experiment.data.Rows;
import org.spolia.experiment.data.Shortcut;
import org.spolia.experiment.data.Split;
import org.spolia.experiment.row.CandidateRow;
import org.spolia.experiment.row.Score;
import org.spolia.experiment.row.Trial;
import org.spolia.statistics.Moments;

class TrialTest {
    private static final Plan PLAN = Planner.plan(ExperimentConfig.load(
            Repository.CONFIGS.resolve("quickstart.yaml"),
            Map.of(
                    "problems.include", "[mechanics.atwood]",
                    "problems.exclude", "[]",
                    "operator-sets",
                            "[{name: elementary, operators: [+, -, '*', /, pow, sqrt, exp, log, sin, cos, tanh, li2]}]",
                    "search.evaluations", "20000",
                    "search.max-size", "30",
                    "data.noise", "[0.01]",
                    "seeds", "[0]")));
    private static final Trial TRIAL = PLAN.trials().get(0);
    private static final Dataset DATASET = PLAN.dataset(TRIAL.datasetId());

    @Test
    void aTrialGivesTheSameRowsAgainAndFromBlocks() {
        Dataset fromBlocks = ObservationBlocks.join(ObservationBlocks.cut(DATASET));

        TrialOutcome outcome = TrialRunner.run(TRIAL, DATASET);

        assertThat(TrialRunner.run(TRIAL, fromBlocks)).isEqualTo(outcome);
        assertThat(outcome.candidates()).filteredOn(CandidateRow::selected).hasSize(1);
        assertThat(outcome.candidates()).extracting(CandidateRow::trialId).containsOnly(TRIAL.trialId());
        assertThat(outcome.evaluations()).isBetween(1L, 22_000L);
    }

    @Test
    void aCandidatesLossIsTheErrorOnTheTrainingTarget() {
        double variance = Moments.populationVariance(DATASET.rows(Split.TRAIN).target());

        for (CandidateRow candidate : TrialRunner.run(TRIAL, DATASET).candidates()) {
            Score train = Scorer.score(candidate, DATASET).get(0);
            assertThat(train.split()).isEqualTo("train");
            assertThat(train.nmse()).isCloseTo(candidate.loss() / variance, within(1e-9));
        }
    }

    @Test
    void theModelMayBeChosenOnRowsHeldOut() {
        String options = TRIAL.searchOptions()
                .replace("\"select\":\"criterion\"", "\"select\":\"one-standard-error\"")
                .replace("\"folds\":0", "\"folds\":4");
        Trial trial = with(TRIAL, options);

        TrialOutcome outcome = TrialRunner.run(trial, DATASET);

        CandidateRow chosen = outcome.candidates().stream()
                .filter(CandidateRow::selected)
                .findFirst()
                .orElseThrow();
        assertThat(Scorer.score(chosen, DATASET).get(2).nmse()).isLessThan(0.01);
        assertThat(chosen.heldOutLoss()).isNotNull();
        assertThat(chosen.heldOutError()).isNotNull();
        TrialOutcome byCriterion = TrialRunner.run(TRIAL, DATASET);
        assertThat(outcome.evaluations()).isGreaterThan(byCriterion.evaluations());
        assertThat(byCriterion.candidates())
                .extracting(CandidateRow::heldOutLoss)
                .containsOnlyNulls();
        assertThat(TrialRunner.run(trial, DATASET)).isEqualTo(outcome);
    }

    private static Trial with(Trial trial, String searchOptions) {
        return new Trial(
                "held-out",
                trial.problemId(),
                trial.datasetId(),
                trial.operatorSetId(),
                trial.operators(),
                searchOptions,
                trial.noise(),
                trial.dataSeed(),
                trial.shortcut(),
                trial.seed(),
                trial.complexityPrior(),
                trial.evaluations(),
                trial.revision(),
                trial.estimatedNodeRows());
    }

    /** Laws in tables are readable without the definitions of an experiment. */
    @Test
    void operatorsThatFormulasDefineAreWrittenOutAndCounted() {
        String share = "share(x, y) = (x - y)/(x + y)";
        Trial trial = new Trial(
                "own",
                TRIAL.problemId(),
                TRIAL.datasetId(),
                "own",
                List.of("+", "*", share),
                TRIAL.searchOptions(),
                TRIAL.noise(),
                TRIAL.dataSeed(),
                TRIAL.shortcut(),
                TRIAL.seed(),
                TRIAL.complexityPrior(),
                TRIAL.evaluations(),
                TRIAL.revision(),
                TRIAL.estimatedNodeRows());

        CandidateRow best = TrialRunner.run(trial, DATASET).candidates().stream()
                .filter(CandidateRow::selected)
                .findFirst()
                .orElseThrow();

        assertThat(best.operators()).containsEntry(share, 1);
        assertThat(best.expression()).contains("/").doesNotContain("share");
        assertThat(best.complexity()).isEqualTo(best.size()).isLessThanOrEqualTo(7);
        assertThat(Scorer.score(best, DATASET).get(0).nmse()).isCloseTo(1e-4, within(3e-5));
    }

    @Test
    void theLawIsPerfectWhereThereIsNoNoise() {
        List<Score> scores = Scorer.score(candidate("g*(m1-m2)/(m1+m2)"), DATASET);

        assertThat(scores).extracting(Score::split).containsExactly("train", "test", "ood");
        assertThat(scores.get(0).nmse()).isCloseTo(1e-4, within(3e-5));
        assertThat(scores.get(1))
                .isEqualTo(new Score(
                        DATASET.datasetId(),
                        "t",
                        "law",
                        9,
                        1,
                        "test",
                        1000,
                        1,
                        0.0,
                        1.0,
                        1,
                        1,
                        null,
                        null,
                        null,
                        null));
        assertThat(scores.get(2).rows()).isEqualTo(1000);
        assertThat(scores.get(2).g()).isEqualTo(1);
        assertThat(scores.get(2).gap()).isZero();
        assertThat(scores.get(2).recovered()).isTrue();
    }

    @Test
    void baselinesAreScoredOnTheSameSplits() {
        List<Score> scores = Scorer.scoreBaselines(DATASET);

        assertThat(scores).hasSize(15).allMatch(score -> score.trialId() == null && score.rank() == null);
        assertThat(scores)
                .extracting(Score::model)
                .startsWith("mean", "mean", "mean", "linear")
                .doesNotContain(Score.LAW);
        assertThat(scores.get(0).nmse()).isCloseTo(1, within(1e-12));
        assertThat(scores)
                .filteredOn(score -> score.model().equals("cubic-ridge"))
                .extracting(Score::nmse)
                .satisfies(nmse -> assertThat(nmse.get(1)).isLessThan(0.01))
                .satisfies(nmse -> assertThat(nmse.get(2)).isGreaterThan(0.1));
        assertThat(Scorer.scoreBaselines(DATASET)).isEqualTo(scores);
    }

    @Test
    void whatPredictionsOweToTheShortcutIsMeasured() {
        Dataset with = Shortcut.addedTo(DATASET, 0);

        assertThat(Scorer.score(candidate("g*(m1-m2)/(m1+m2)"), with))
                .extracting(Score::shortcutUse)
                .containsOnly(0.0);
        // The shortcut has the variance 1 around its mean; so has a prediction by it alone, in units of its own.
        Score score = Scorer.score(candidate("shortcut"), with).get(0);
        double variance = Moments.populationVariance(DATASET.rows(Split.TRAIN).target());
        assertThat(score.shortcutUse()).isCloseTo(1 / variance, within(0.3 / variance));
        assertThat(Scorer.score(candidate("g"), DATASET))
                .extracting(Score::shortcutUse)
                .containsOnlyNulls();
    }

    @Test
    void whatDoesNotExistIsNullWithAReason() {
        Rows rows = Rows.measured(new double[][] {{1, 2, 3, 4}}, new double[] {1, 2, 3, 5});
        Rows constant = Rows.measured(new double[][] {{1, 2}}, new double[] {1, 1});
        Dataset dataset = Dataset.of("p", "y", List.of("x"), Map.of(Split.TRAIN, rows, Split.TEST, constant));

        List<Score> partial = Scorer.score(candidate("sqrt(x-1.5)"), dataset);
        List<Score> huge = Scorer.score(candidate("x*1e200"), dataset);

        assertThat(partial.get(0).reason()).isEqualTo("1 of 4 predictions are not finite");
        assertThat(partial.get(0).nmse()).isNull();
        assertThat(partial.get(0).r2()).isNull();
        assertThat(partial.get(0).validShare()).isEqualTo(0.75);
        assertThat(partial.get(0).g()).isZero();
        assertThat(huge.get(0).reason()).isEqualTo("the squared error overflows");
        assertThat(huge.get(0).g()).isZero();
        assertThat(huge.get(1).reason()).isEqualTo("the target is constant");
        assertThat(Scorer.score(candidate("x/x"), dataset).get(1).g()).isEqualTo(1);
    }

    @Test
    void aTrialOfAnotherRevisionOrDataSetIsNotRun() {
        Trial other = new Trial(
                TRIAL.trialId(),
                TRIAL.problemId(),
                TRIAL.datasetId(),
                TRIAL.operatorSetId(),
                TRIAL.operators(),
                TRIAL.searchOptions(),
                0,
                0,
                false,
                0,
                "uniform",
                1,
                -1,
                1);
        Dataset foreign = Dataset.of(
                "p", "y", List.of("x"), Map.of(Split.TRAIN, Rows.measured(new double[][] {{1, 2}}, new double[] {1, 2
                })));

        assertThatThrownBy(() -> TrialRunner.run(other, DATASET))
                .hasMessageStartingWith("Trial was planned for the revision of the search -1 and got ");
        assertThatThrownBy(() -> TrialRunner.run(TRIAL, foreign))
                .hasMessageStartingWith("Trial was planned for the data set " + TRIAL.datasetId());
    }

    private static CandidateRow candidate(String expression) {
        return new CandidateRow("t", 9, 1, expression, 9, 4, Map.of(), List.of(), 0, true, true);
    }
}
