package org.spolia.experiment.planning;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.spolia.experiment.data.Dataset;
import org.spolia.experiment.data.Rows;
import org.spolia.experiment.data.Shortcut;
import org.spolia.experiment.data.Split;
import org.spolia.experiment.row.CandidateRow;
import org.spolia.experiment.row.Score;
import org.spolia.statistics.Metrics;
import org.spolia.statistics.Moments;
import org.spolia.statistics.baseline.Baseline;

/**
 * Scores expressions and baselines on the splits of a data set: on train against the target that the search saw,
 * elsewhere against the target without noise if it is known. No score is NaN or infinite; an undefined score is null,
 * with the reason.
 */
public final class Scorer {
    private static final double ACCURACY_TOLERANCE = 0.1;

    private Scorer() {}

    /** Returns a score for each split of the data set, in their order. */
    public static List<Score> score(CandidateRow candidate, Dataset dataset) {
        return scores(ScoredModel.of(candidate, dataset), dataset);
    }

    /** Returns the scores of each baseline, fitted to the training rows, on each split; baseline by baseline. */
    public static List<Score> scoreBaselines(Dataset dataset) {
        return Arrays.stream(Baseline.values())
                .map(baseline -> ScoredModel.of(baseline, dataset.rows(Split.TRAIN)))
                .flatMap(model -> scores(model, dataset).stream())
                .toList();
    }

    private static List<Score> scores(ScoredModel model, Dataset dataset) {
        List<Score> scores = new ArrayList<>();
        @Nullable Double onTest = null;
        for (Split split : dataset.splits()) {
            Score score = score(model, dataset, split, onTest);
            scores.add(score);
            onTest = split == Split.TEST ? score.nmse() : onTest;
        }
        return scores;
    }

    private static Score score(ScoredModel model, Dataset dataset, Split split, @Nullable Double onTest) {
        Rows rows = dataset.rows(split);
        double[] prediction = model.predictor().predict(rows.columns());
        double[] reference = split == Split.TRAIN ? rows.target() : rows.reference();
        double error = Metrics.nmse(prediction, reference);
        String reason = reason(prediction, reference, error);
        Double nmse = reason == null ? error : null;
        boolean shifted = split == Split.OOD && dataset.splits().contains(Split.TEST);
        return new Score(
                dataset.datasetId(),
                model.trialId(),
                model.name(),
                model.complexity(),
                model.rank(),
                split.label(),
                rows.count(),
                Metrics.validShare(prediction),
                nmse,
                nmse == null ? null : 1 - nmse,
                Metrics.boundedScore(prediction, reference),
                Metrics.accuracy(prediction, reference, ACCURACY_TOLERANCE),
                shifted && nmse != null && onTest != null ? Metrics.generalisationGap(onTest, nmse) : null,
                shifted ? nmse != null && onTest != null && Metrics.recovered(onTest, nmse) : null,
                Shortcut.isIn(dataset) ? shortcutUse(model, dataset, rows, prediction, reference) : null,
                reason);
    }

    private static @Nullable Double shortcutUse(
            ScoredModel model, Dataset dataset, Rows rows, double[] prediction, double[] reference) {
        double[][] silenced = Shortcut.silenced(dataset, rows.columns());
        double use = Metrics.meanSquaredError(model.predictor().predict(silenced), prediction)
                / Moments.populationVariance(reference);
        return Double.isFinite(use) ? use : null;
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
