package org.spolia.experiment.probe;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.spolia.experiment.configuration.ProbeHead;
import org.spolia.experiment.row.ProbeScore;
import org.spolia.statistics.Metrics;
import org.spolia.statistics.probe.LogisticProbe;
import org.spolia.statistics.probe.NeighbourProbe;
import org.spolia.statistics.probe.RidgeProbe;

/**
 * A head that has learned.
 *
 * @param scores what each metric says about rows and their target, classes by their number; NaN where it does not exist
 * @param penalty that it chose on training rows; null for knn and retrieval
 * @param neighbours that it chose on training rows; null for others than knn
 */
record TrainedHead(
        BiFunction<double[][], double[], Map<String, Double>> scores,
        @Nullable Double penalty,
        @Nullable Integer neighbours) {
    /** From features that are taken as they are to features that hardly count, where they are standardised. */
    private static final double[] RIDGE_PENALTIES = {1e-5, 1e-4, 1e-3, 1e-2, 0.1, 1, 10, 100, 1000};

    private static final double[] LOGISTIC_PENALTIES = {1e-4, 1e-3, 1e-2, 0.1, 1};

    /** Up to those of the zero-shot probes of AstroCLIP (Parker et al., MNRAS 531 (2024) 4990). */
    private static final int[] NEIGHBOURS = {1, 2, 4, 8, 16, 32, 64};

    /** The names of the scores of a head. */
    static List<String> metrics(ProbeHead head, boolean classes) {
        if (head == ProbeHead.RETRIEVAL) {
            return List.of(ProbeScore.NDCG);
        }
        return classes ? List.of(ProbeScore.ACCURACY) : List.of(ProbeScore.R2, ProbeScore.NRMSE);
    }

    /**
     * Learns from training rows, and chooses on them too.
     *
     * @param target numbers, or classes by their number
     * @param classes how many there are; 0 if the target is numbers
     * @param folds of the inner validation
     */
    static TrainedHead of(ProbeHead head, double[][] rows, double[] target, int classes, int[] folds) {
        return switch (head) {
            case RIDGE -> ridge(RidgeProbe.fit(rows, target, RIDGE_PENALTIES, folds));
            case KNN ->
                classes == 0
                        ? neighbours(NeighbourProbe.regression(rows, target, NEIGHBOURS, folds))
                        : nearestClasses(
                                NeighbourProbe.classification(rows, integers(target), classes, NEIGHBOURS, folds));
            case LOGISTIC -> logistic(LogisticProbe.fit(rows, integers(target), classes, LOGISTIC_PENALTIES, folds));
            case RETRIEVAL -> retrieval(RetrievalScore.of(rows, target, classes > 0));
        };
    }

    private static TrainedHead ridge(RidgeProbe fit) {
        return new TrainedHead(ofNumbers(fit::predict), fit.penalty(), null);
    }

    private static TrainedHead neighbours(NeighbourProbe fit) {
        return new TrainedHead(ofNumbers(fit::predict), null, fit.neighbours());
    }

    private static TrainedHead nearestClasses(NeighbourProbe fit) {
        return new TrainedHead(ofClasses(fit::predictClasses), null, fit.neighbours());
    }

    private static TrainedHead logistic(LogisticProbe fit) {
        return new TrainedHead(ofClasses(fit::predict), fit.penalty(), null);
    }

    private static TrainedHead retrieval(RetrievalScore retrieval) {
        return new TrainedHead((rows, target) -> Map.of(ProbeScore.NDCG, retrieval.ndcg(rows, target)), null, null);
    }

    private static BiFunction<double[][], double[], Map<String, Double>> ofNumbers(
            Function<double[][], double[]> predict) {
        return (rows, target) -> {
            double[] prediction = predict.apply(rows);
            return Map.of(
                    ProbeScore.R2, Metrics.r2(prediction, target), ProbeScore.NRMSE, Metrics.nrmse(prediction, target));
        };
    }

    private static BiFunction<double[][], double[], Map<String, Double>> ofClasses(
            Function<double[][], int[]> predict) {
        return (rows, target) -> {
            double[] prediction =
                    Arrays.stream(predict.apply(rows)).asDoubleStream().toArray();
            return Map.of(ProbeScore.ACCURACY, Metrics.accuracy(prediction, target, 0));
        };
    }

    private static int[] integers(double[] classes) {
        return Arrays.stream(classes).mapToInt(value -> (int) value).toArray();
    }
}
