package org.spolia.experiment.probe;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.spolia.experiment.configuration.probe.ProbeHead;
import org.spolia.experiment.row.ProbeScore;
import org.spolia.statistics.ArrayMetrics;
import org.spolia.statistics.Metrics;
import org.spolia.statistics.probe.LogisticProbe;
import org.spolia.statistics.probe.NeighbourProbe;
import org.spolia.statistics.probe.RidgeProbe;

/**
 * A trained head.
 *
 * @param <T> the targets of rows: {@code double[]}, classes by their number, or {@code double[][]}
 * @param scores the value of each metric for rows and their target, classes by their number; NaN if undefined
 * @param choice the settings selected on training rows
 */
record TrainedHead<T>(BiFunction<double[][], T, Map<String, Double>> scores, Choice choice) {
    /** The settings of a head; null if it has no such setting. */
    record Choice(
            @Nullable Double penalty,
            @Nullable Integer neighbours,
            @Nullable Double learningRate,
            @Nullable Integer steps) {
        static final Choice NONE = new Choice(null, null, null, null);

        static Choice ofPenalty(double penalty) {
            return new Choice(penalty, null, null, null);
        }

        static Choice ofNeighbours(int neighbours) {
            return new Choice(null, neighbours, null, null);
        }

        static Choice ofTraining(double learningRate, int steps) {
            return new Choice(null, null, learningRate, steps);
        }
    }

    /** From an almost unpenalised fit to features that hardly count; features are standardised. */
    private static final double[] RIDGE_PENALTIES = {1e-5, 1e-4, 1e-3, 1e-2, 0.1, 1, 10, 100, 1000};

    private static final double[] LOGISTIC_PENALTIES = {1e-4, 1e-3, 1e-2, 0.1, 1};

    /** Up to the number in the zero-shot probes of AstroCLIP (Parker et al., MNRAS 531 (2024) 4990). */
    private static final int[] NEIGHBOURS = {1, 2, 4, 8, 16, 32, 64};

    /** The names of the scores of a head. */
    static List<String> metrics(ProbeHead head, boolean classes) {
        return head == ProbeHead.RETRIEVAL ? List.of(ProbeScore.NDCG) : metrics(classes);
    }

    /** The names of the scores of a prediction of a target. */
    static List<String> metrics(boolean classes) {
        return classes ? List.of(ProbeScore.ACCURACY) : List.of(ProbeScore.R2, ProbeScore.NRMSE);
    }

    /**
     * Trains on training rows, and selects settings on them too.
     *
     * @param target numbers, or classes by their number
     * @param classes the number of classes; 0 if the target is numbers
     * @param folds the folds of the inner validation
     */
    static TrainedHead<double[]> of(ProbeHead head, double[][] rows, double[] target, int classes, int[] folds) {
        return switch (head) {
            case RIDGE ->
                classes == 0
                        ? ridge(RidgeProbe.fit(rows, target, RIDGE_PENALTIES, folds))
                        : ridgeClasses(
                                RidgeProbe.classification(rows, integers(target), classes, RIDGE_PENALTIES, folds));
            case KNN ->
                classes == 0
                        ? neighbours(NeighbourProbe.regression(rows, target, NEIGHBOURS, folds))
                        : nearestClasses(
                                NeighbourProbe.classification(rows, integers(target), classes, NEIGHBOURS, folds));
            case LOGISTIC -> logistic(LogisticProbe.fit(rows, integers(target), classes, LOGISTIC_PENALTIES, folds));
            case RETRIEVAL -> retrieval(RetrievalScore.of(rows, target, classes > 0));
            case MLP, ATTENTIVE -> throw new IllegalArgumentException(head + " learns by gradients, elsewhere");
        };
    }

    /**
     * The same for arrays, NaN for missing values.
     *
     * @param head {@link ProbeHead#RIDGE} or {@link ProbeHead#KNN}
     * @param scores by metric, for predictions of rows and their targets
     */
    static TrainedHead<double[][]> ofArrays(
            ProbeHead head,
            double[][] rows,
            double[][] targets,
            int[] folds,
            BiFunction<double[][], double[][], Map<String, Double>> scores) {
        if (head == ProbeHead.RIDGE) {
            RidgeProbe fit = RidgeProbe.ofArrays(rows, targets, RIDGE_PENALTIES, folds);
            return new TrainedHead<>(
                    (samples, wanted) -> scores.apply(fit.predictArrays(samples), wanted),
                    Choice.ofPenalty(fit.penalty()));
        }
        NeighbourProbe fit = NeighbourProbe.ofArrays(rows, targets, NEIGHBOURS, folds);
        return new TrainedHead<>(
                (samples, wanted) -> scores.apply(fit.predictArrays(samples), wanted),
                Choice.ofNeighbours(fit.neighbours()));
    }

    /** The scores of arrays of numbers. */
    static Map<String, Double> arrayScores(double[][] prediction, double[][] targets) {
        return Map.of(
                ProbeScore.R2, ArrayMetrics.r2(prediction, targets),
                ProbeScore.NRMSE, ArrayMetrics.nrmse(prediction, targets));
    }

    private static TrainedHead<double[]> ridge(RidgeProbe fit) {
        return new TrainedHead<>(ofNumbers(fit::predict), Choice.ofPenalty(fit.penalty()));
    }

    private static TrainedHead<double[]> ridgeClasses(RidgeProbe fit) {
        return new TrainedHead<>(ofClasses(fit::predictClasses), Choice.ofPenalty(fit.penalty()));
    }

    private static TrainedHead<double[]> neighbours(NeighbourProbe fit) {
        return new TrainedHead<>(ofNumbers(fit::predict), Choice.ofNeighbours(fit.neighbours()));
    }

    private static TrainedHead<double[]> nearestClasses(NeighbourProbe fit) {
        return new TrainedHead<>(ofClasses(fit::predictClasses), Choice.ofNeighbours(fit.neighbours()));
    }

    private static TrainedHead<double[]> logistic(LogisticProbe fit) {
        return new TrainedHead<>(ofClasses(fit::predict), Choice.ofPenalty(fit.penalty()));
    }

    private static TrainedHead<double[]> retrieval(RetrievalScore retrieval) {
        return new TrainedHead<>((rows, target) -> Map.of(ProbeScore.NDCG, retrieval.ndcg(rows, target)), Choice.NONE);
    }

    /**
     * Trains by gradients, such as an encoder and a head together.
     *
     * @param rows unprepared samples
     */
    static TrainedHead<double[]> of(SampleTrainer trainer, double[][] rows, double[] target, int classes, int[] folds) {
        boolean[] heldOut = new boolean[folds.length];
        for (int row = 0; row < folds.length; row++) {
            heldOut[row] = folds[row] == 0;
        }
        SampleTrainer.Trained trained = trainer.train(floats(rows), target, classes, heldOut);
        Function<double[][], double[]> predict = samples -> trained.predict().apply(floats(samples));
        return new TrainedHead<>(
                classes == 0 ? ofNumbers(predict) : ofClasses(samples -> integers(predict.apply(samples))),
                Choice.ofTraining(trained.learningRate(), trained.steps()));
    }

    private static List<float[]> floats(double[][] rows) {
        List<float[]> samples = new ArrayList<>();
        for (double[] row : rows) {
            float[] sample = new float[row.length];
            for (int i = 0; i < row.length; i++) {
                sample[i] = (float) row[i];
            }
            samples.add(sample);
        }
        return samples;
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
