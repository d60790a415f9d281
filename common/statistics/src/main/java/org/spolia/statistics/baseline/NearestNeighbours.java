package org.spolia.statistics.baseline;

import org.spolia.statistics.Nearest;

/**
 * The mean target of the nearest rows of the fit, by Euclidean distance; of equally distant rows, the earlier ones
 * count.
 */
final class NearestNeighbours implements Predictor {
    private static final int NEIGHBOURS = 5;

    private final Scaling scaling;
    private final double[][] rows;
    private final double[] target;

    private NearestNeighbours(Scaling scaling, double[][] rows, double[] target) {
        this.scaling = scaling;
        this.rows = rows;
        this.target = target;
    }

    static NearestNeighbours fit(double[][] columns, double[] target) {
        Scaling scaling = Scaling.of(columns);
        return new NearestNeighbours(scaling, transposed(scaling.apply(columns)), target.clone());
    }

    @Override
    public double[] predict(double[][] columns) {
        double[][] points = transposed(scaling.apply(columns));
        double[] prediction = new double[points.length];
        for (int point = 0; point < points.length; point++) {
            int[] nearest = nearest(points[point]);
            double sum = 0;
            for (int row : nearest) {
                sum += target[row];
            }
            prediction[point] = sum / nearest.length;
        }
        return prediction;
    }

    private int[] nearest(double[] point) {
        Nearest nearest = new Nearest(NEIGHBOURS);
        for (int row = 0; row < rows.length; row++) {
            nearest.offer(row, distance(point, rows[row]));
        }
        return nearest.places();
    }

    private static double distance(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += (a[i] - b[i]) * (a[i] - b[i]);
        }
        return sum;
    }

    private static double[][] transposed(double[][] columns) {
        double[][] rows = new double[columns[0].length][columns.length];
        for (int row = 0; row < rows.length; row++) {
            for (int column = 0; column < columns.length; column++) {
                rows[row][column] = columns[column][row];
            }
        }
        return rows;
    }
}
