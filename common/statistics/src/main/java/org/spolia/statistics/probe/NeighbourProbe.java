package org.spolia.statistics.probe;

import java.util.Arrays;
import org.spolia.statistics.Moments;
import org.spolia.statistics.Nearest;
import org.spolia.statistics.Vectors;

/**
 * The mean of the nearest training rows in standardised features, weighted by the inverse of their Euclidean distance,
 * as scikit-learn's neighbours with the weights "distance": rows at distance 0 count exclusively. Of equally distant
 * rows, the earlier ones are nearer. A missing value (NaN) counts neither in a mean nor in an error; if the neighbours
 * have no value, the mean of all rows is used.
 */
public final class NeighbourProbe {
    private final Standardisation standardisation;
    private final double[][] rows;
    private final double[][] values;
    private final double[] otherwise;
    private final int neighbours;

    private NeighbourProbe(
            Standardisation standardisation, double[][] rows, double[][] values, double[] otherwise, int neighbours) {
        this.standardisation = standardisation;
        this.rows = rows;
        this.values = values;
        this.otherwise = otherwise;
        this.neighbours = neighbours;
    }

    /**
     * Fits a regression with the number of neighbours that minimises the squared error on left-out rows, fold by fold;
     * of equal errors the first number. If a number exceeds the rows, all are neighbours.
     *
     * @param rows finite features
     * @param target finite
     * @param neighbours numbers to choose from, ascending
     * @param folds the fold of each row, from 0 without gaps, at least two folds
     */
    public static NeighbourProbe regression(double[][] rows, double[] target, int[] neighbours, int[] folds) {
        double[][] values = new double[target.length][];
        for (int row = 0; row < values.length; row++) {
            values[row] = new double[] {target[row]};
        }
        return fit(rows, values, neighbours, folds);
    }

    /**
     * The same for arrays of one length.
     *
     * @param targets an array for each row, finite or NaN where a value is missing
     */
    public static NeighbourProbe ofArrays(double[][] rows, double[][] targets, int[] neighbours, int[] folds) {
        return fit(rows, targets, neighbours, folds);
    }

    /** The same for classes from 0; their shares among the neighbours are predicted. */
    public static NeighbourProbe classification(
            double[][] rows, int[] classes, int count, int[] neighbours, int[] folds) {
        return fit(rows, Classes.oneHot(classes, count), neighbours, folds);
    }

    private static NeighbourProbe fit(double[][] rows, double[][] values, int[] neighbours, int[] folds) {
        Folds inner = Folds.of(rows, folds);
        Standardisation standardisation = Standardisation.of(rows);
        double[][] features = standardisation.apply(rows);
        double[] otherwise = means(values);
        double[] errors = new double[neighbours.length];
        for (int fold = 0; fold < inner.members().length; fold++) {
            int[] outside = inner.outside(fold, rows.length);
            for (int row : inner.members()[fold]) {
                Nearest nearest = nearest(features[row], features, outside, neighbours[neighbours.length - 1]);
                for (int i = 0; i < neighbours.length; i++) {
                    errors[i] += squaredError(mean(nearest, values, otherwise, neighbours[i]), values[row]);
                }
            }
        }
        int best = 0;
        for (int i = 1; i < neighbours.length; i++) {
            best = errors[i] < errors[best] ? i : best;
        }
        return new NeighbourProbe(standardisation, features, values, otherwise, neighbours[best]);
    }

    /** Returns the mean at each position over the rows with a value. */
    private static double[] means(double[][] values) {
        double[] means = new double[values[0].length];
        for (int j = 0; j < means.length; j++) {
            int place = j;
            means[j] = Moments.mean(Arrays.stream(values)
                    .mapToDouble(row -> row[place])
                    .filter(value -> !Double.isNaN(value))
                    .toArray());
        }
        return means;
    }

    private static double squaredError(double[] mean, double[] value) {
        double[] target = value.clone();
        for (int j = 0; j < target.length; j++) {
            if (Double.isNaN(target[j])) {
                mean[j] = 0;
                target[j] = 0;
            }
        }
        return Vectors.squaredDistance(mean, target);
    }

    /** The selected number of neighbours. */
    public int neighbours() {
        return neighbours;
    }

    /** Returns the weighted mean of a regression for each row. */
    public double[] predict(double[][] places) {
        double[][] means = predictArrays(places);
        double[] prediction = new double[means.length];
        for (int row = 0; row < prediction.length; row++) {
            prediction[row] = means[row][0];
        }
        return prediction;
    }

    /** Returns the class of each row with the greatest weight; of equal weights the first. */
    public int[] predictClasses(double[][] places) {
        return Classes.largest(predictArrays(places));
    }

    /**
     * Returns the weighted mean of the arrays for each row; NaN at a position where all training values are missing.
     */
    public double[][] predictArrays(double[][] places) {
        int[] all = new int[rows.length];
        for (int row = 0; row < all.length; row++) {
            all[row] = row;
        }
        double[][] features = standardisation.apply(places);
        double[][] means = new double[places.length][];
        for (int row = 0; row < means.length; row++) {
            means[row] = mean(nearest(features[row], rows, all, neighbours), values, otherwise, neighbours);
        }
        return means;
    }

    private static Nearest nearest(double[] place, double[][] features, int[] among, int most) {
        Nearest nearest = new Nearest(most);
        for (int row : among) {
            nearest.offer(row, Vectors.squaredDistance(place, features[row]));
        }
        return nearest;
    }

    /**
     * Returns the mean of the values of the nearest rows, weighted by the inverse of their distance, or of the rows at
     * distance 0 if there are any.
     */
    private static double[] mean(Nearest nearest, double[][] values, double[] otherwise, int neighbours) {
        double[] mean = new double[otherwise.length];
        double[] weights = new double[otherwise.length];
        boolean here = nearest.distance(0) == 0;
        for (int i = 0; i < Math.min(neighbours, nearest.count()) && (!here || nearest.distance(i) == 0); i++) {
            double weight = here ? 1 : 1 / Math.sqrt(nearest.distance(i));
            double[] value = values[nearest.place(i)];
            for (int j = 0; j < mean.length; j++) {
                if (!Double.isNaN(value[j])) {
                    weights[j] += weight;
                    mean[j] += weight * value[j];
                }
            }
        }
        for (int j = 0; j < mean.length; j++) {
            mean[j] = weights[j] > 0 ? mean[j] / weights[j] : otherwise[j];
        }
        return mean;
    }
}
