package org.spolia.experiment.planning;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.spolia.experiment.data.Dataset;
import org.spolia.experiment.data.Rows;
import org.spolia.experiment.data.Split;
import org.spolia.experiment.row.CandidateRow;
import org.spolia.experiment.row.Score;
import org.spolia.statistics.Metrics;
import org.spolia.statistics.Moments;
import org.spolia.statistics.baseline.Baseline;
import org.spolia.statistics.baseline.Predictor;
import org.spolia.symbolic.evaluation.Evaluator;
import org.spolia.symbolic.expression.Expression;

/**
 * Scores expressions, and baselines beside them, on the splits of a data set: on train against the target that the search saw, elsewhere against the target without
 * noise where it is known. No score is NaN or infinite; what does not exist is null, with the reason.
 */
public final class Scorer {
    private static final double ACCURACY_TOLERANCE = 0.1;

    private Scorer() {}

    /** A score for each split of the data set, in their order. */
    public static List<Score> score(CandidateRow candidate, Dataset dataset) {
        Expression expression = Expression.parse(candidate.expression(), dataset.variables());
        return dataset.splits().stream()
                .map(split -> score(candidate, expression, split, dataset.rows(split)))
                .toList();
    }

    /**
     * What each baseline, fitted to the rows that the search of a trial saw, scores on each split; baseline by baseline.
     *
     * @param trialId the trial that they stand beside
     */
    public static List<Score> scoreBaselines(String trialId, Dataset dataset) {
        Rows train = dataset.rows(Split.TRAIN);
        return Arrays.stream(Baseline.values())
                .flatMap(baseline -> {
                    Predictor fitted = baseline.fit(train.columns(), train.target());
                    return dataset.splits().stream().map(split -> {
                        Rows rows = dataset.rows(split);
                        double[] prediction = fitted.predict(rows.columns());
                        return score(trialId, baseline.label(), null, null, split, rows, prediction);
                    });
                })
                .toList();
    }

    private static Score score(CandidateRow candidate, Expression expression, Split split, Rows rows) {
        double[] prediction = new Evaluator().predict(expression, rows.columns());
        return score(candidate.trialId(), Score.LAW, candidate.complexity(), candidate.rank(), split, rows, prediction);
    }

    private static Score score(
            String trialId,
            String model,
            @Nullable Integer complexity,
            @Nullable Integer rank,
            Split split,
            Rows rows,
            double[] prediction) {
        double[] reference = split == Split.TRAIN ? rows.target() : rows.reference();
        double nmse = Metrics.nmse(prediction, reference);
        String reason = reason(prediction, reference, nmse);
        return new Score(
                trialId,
                model,
                complexity,
                rank,
                split.label(),
                rows.count(),
                Metrics.validShare(prediction),
                reason == null ? nmse : null,
                reason == null ? 1 - nmse : null,
                Metrics.boundedScore(prediction, reference),
                Metrics.accuracy(prediction, reference, ACCURACY_TOLERANCE),
                reason);
    }

    private static @Nullable String reason(double[] prediction, double[] reference, double nmse) {
        long invalid = Math.round((1 - Metrics.validShare(prediction)) * prediction.length);
        if (invalid > 0) {
            return invalid + " of " + prediction.length + " predictions are not finite";
        }
        if (Moments.populationVariance(reference) == 0) {
            return "the target is constant";
        }
        return Double.isFinite(nmse) ? null : "the squared error overflows";
    }
}
