package org.spolia.statistics.probe;

import java.util.Arrays;
import org.spolia.statistics.Nearest;
import org.spolia.statistics.Vectors;

/**
 * The mean of the nearest training rows in standardised features, weighted by the inverse of their Euclidean distance, as scikit-learn's
 * neighbours with the weights "distance": rows at the place itself count alone. Of rows equally far the earlier ones are nearer.
 */
public final class NeighbourProbe {
    private final Standardisation standardisation;
    private final double[][] rows;
    private final double[][] values;
    private final int neighbours;

    private NeighbourProbe(Standardisation standardisation, double[][] rows, double[][] values, int neighbours) {
        this.standardisation = standardisation;
        this.rows = rows;
        this.values = values;
        this.neighbours = neighbours;
    }

    /**
     * A regression with the number of neighbours, among some, whose squared error on rows that are left out, fold by fold, is least; of
     * equally good ones the first. Where a number exceeds the rows, all are neighbours.
     *
     * @param rows finite features
     * @param target finite
     * @param neighbours numbers to choose from, ascending
     * @param folds the fold of each row, from 0 without a gap, at least two of them
     */
    public static NeighbourProbe regression(double[][] rows, double[] target, int[] neighbours, int[] folds) {
        double[][] values = new double[target.length][];
        for (int row = 0; row < values.length; row++) {
            values[row] = new double[] {target[row]};
        }
        return fit(rows, values, neighbours, folds);
    }

    /** The same for classes from 0, whose shares among the neighbours are predicted. */
    public static NeighbourProbe classification(
            double[][] rows, int[] classes, int count, int[] neighbours, int[] folds) {
        return fit(rows, Classes.oneHot(classes, count), neighbours, folds);
    }

    private static NeighbourProbe fit(double[][] rows, double[][] values, int[] neighbours, int[] folds) {
        Folds inner = Folds.of(rows, folds);
        Standardisation standardisation = Standardisation.of(rows);
        double[][] features = standardisation.apply(rows);
        double[] errors = new double[neighbours.length];
        for (int fold = 0; fold < inner.members().length; fold++) {
            int[] outside = inner.outside(fold, rows.length);
            for (int row : inner.members()[fold]) {
                Nearest nearest = nearest(features[row], features, outside, neighbours[neighbours.length - 1]);
                for (int i = 0; i < neighbours.length; i++) {
                    errors[i] += Vectors.squaredDistance(mean(nearest, values, neighbours[i]), values[row]);
                }
            }
        }
        int best = 0;
        for (int i = 1; i < neighbours.length; i++) {
            best = errors[i] < errors[best] ? i : best;
        }
        return new NeighbourProbe(standardisation, features, values, neighbours[best]);
    }

    /** How many neighbours were chosen. */
    public int neighbours() {
        return neighbours;
    }

    /** The weighted mean of a regression for each row. */
    public double[] predict(double[][] places) {
        double[][] means = means(places);
        double[] prediction = new double[means.length];
        for (int row = 0; row < prediction.length; row++) {
            prediction[row] = means[row][0];
        }
        return prediction;
    }

    /** The class of each row that weighs most; of equal ones the first. */
    public int[] predictClasses(double[][] places) {
        return Classes.largest(means(places));
    }

    private double[][] means(double[][] places) {
        int[] all = new int[rows.length];
        for (int row = 0; row < all.length; row++) {
            all[row] = row;
        }
        double[][] features = standardisation.apply(places);
        double[][] means = new double[places.length][];
        for (int row = 0; row < means.length; row++) {
            means[row] = mean(nearest(features[row], rows, all, neighbours), values, neighbours);
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

    /** The mean of the values of the nearest rows, weighted by the inverse of their distance; of those at the place itself if there are. */
    private static double[] mean(Nearest nearest, double[][] values, int neighbours) {
        double[] mean = new double[values[0].length];
        double weights = 0;
        boolean here = nearest.distance(0) == 0;
        for (int i = 0; i < Math.min(neighbours, nearest.count()) && (!here || nearest.distance(i) == 0); i++) {
            double weight = here ? 1 : 1 / Math.sqrt(nearest.distance(i));
            weights += weight;
            for (int j = 0; j < mean.length; j++) {
                mean[j] += weight * values[nearest.place(i)][j];
            }
        }
        double sum = weights;
        return Arrays.stream(mean).map(value -> value / sum).toArray();
    }
}
