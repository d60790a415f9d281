package org.spolia.statistics.probe;

import java.util.Arrays;

/**
 * The logarithmic loss of a softmax of linear scores, and its gradient. Weights are ordered by class, the intercept
 * last; of two classes the first has the score 0 and no weights. Exponentials and logarithms are those of StrictMath,
 * because Math may round differently on another JDK.
 */
final class SoftmaxLoss {
    private final double[][] features;
    private final int[] classes;
    private final int count;
    private final int first;
    private final int width;

    SoftmaxLoss(double[][] features, int[] classes, int count) {
        this.features = features;
        this.classes = classes;
        this.count = count;
        this.first = count == 2 ? 1 : 0;
        this.width = features[0].length + 1;
    }

    /** Returns zero weights. */
    double[] start() {
        return new double[(count - first) * width];
    }

    double[] probabilities(double[] weights, double[] row) {
        double[] scores = new double[count];
        double largest = Double.NEGATIVE_INFINITY;
        for (int k = 0; k < count; k++) {
            scores[k] = k < first ? 0 : score(weights, (k - first) * width, row);
            largest = Math.max(largest, scores[k]);
        }
        double sum = 0;
        for (int k = 0; k < count; k++) {
            scores[k] = StrictMath.exp(scores[k] - largest);
            sum += scores[k];
        }
        for (int k = 0; k < count; k++) {
            scores[k] /= sum;
        }
        return scores;
    }

    private static double score(double[] weights, int at, double[] row) {
        double score = weights[at + row.length];
        for (int i = 0; i < row.length; i++) {
            score += weights[at + i] * row[i];
        }
        return score;
    }

    /** The sum of the losses of the rows; a probability that underflows counts as the smallest double. */
    double sum(double[] weights) {
        double sum = 0;
        for (int row = 0; row < features.length; row++) {
            sum += loss(probabilities(weights, features[row])[classes[row]]);
        }
        return sum;
    }

    private static double loss(double probability) {
        return -StrictMath.log(Math.max(probability, Double.MIN_NORMAL));
    }

    /** The mean loss and half the penalty on squared weights, with its gradient. */
    Lbfgs.Objective penalised(double penalty) {
        return (weights, gradient) -> {
            Arrays.fill(gradient, 0);
            double loss = 0;
            for (int row = 0; row < features.length; row++) {
                double[] probabilities = probabilities(weights, features[row]);
                loss += loss(probabilities[classes[row]]);
                for (int k = first; k < count; k++) {
                    double slope = (probabilities[k] - (classes[row] == k ? 1 : 0)) / features.length;
                    accumulate(gradient, (k - first) * width, slope, features[row]);
                }
            }
            double squares = 0;
            for (int i = 0; i < weights.length; i++) {
                if (i % width < width - 1) {
                    squares += weights[i] * weights[i];
                    gradient[i] += penalty * weights[i];
                }
            }
            return loss / features.length + penalty / 2 * squares;
        };
    }

    private static void accumulate(double[] gradient, int at, double slope, double[] row) {
        for (int i = 0; i < row.length; i++) {
            gradient[at + i] += slope * row[i];
        }
        gradient[at + row.length] += slope;
    }
}
