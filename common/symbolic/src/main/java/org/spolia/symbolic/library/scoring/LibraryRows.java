package org.spolia.symbolic.library.scoring;

import org.spolia.symbolic.evaluation.Columns;
import org.spolia.symbolic.evaluation.Evaluator;
import org.spolia.symbolic.evaluation.Sample;

/**
 * The rows of a library as columns: the variables and the target of the sample, and the coordinates and the target of a
 * view of it. Copies of the last row pad the columns.
 */
public final class LibraryRows {
    private final int count;
    private final double[][] variables;
    private final double[] target;
    private final double[] mask;
    private final double[][] coordinates;
    private final double[] viewTarget;
    private final double[] viewWeights;
    private final double variance;

    private LibraryRows(
            int count,
            double[][] variables,
            double[] target,
            double[][] coordinates,
            double[] factors,
            double variance) {
        this.count = count;
        this.variables = variables;
        this.target = target;
        this.coordinates = coordinates;
        this.variance = variance;
        this.mask = new double[target.length];
        this.viewTarget = new double[target.length];
        this.viewWeights = new double[target.length];
        for (int row = 0; row < target.length; row++) {
            mask[row] = row < count ? 1 : 0;
            viewTarget[row] = target[row] / factors[row];
            viewWeights[row] = row < count ? Math.abs(factors[row]) : 0;
        }
    }

    static LibraryRows of(Sample sample, CoordinateView view, int[] rows) {
        Sample taken = sample.take(rows);
        int padded = Columns.padded(rows.length);
        double[][] variables = new double[sample.variables()][padded];
        double[] target = new double[padded];
        for (int row = 0; row < padded; row++) {
            int from = Math.min(row, rows.length - 1);
            for (int variable = 0; variable < variables.length; variable++) {
                variables[variable][row] = taken.value(variable, from);
            }
            target[row] = taken.targetValue(from);
        }
        Evaluator evaluator = new Evaluator();
        double[][] coordinates = new double[view.count()][];
        for (int coordinate = 0; coordinate < coordinates.length; coordinate++) {
            coordinates[coordinate] = pad(view.values(coordinate, taken, evaluator), padded);
        }
        double[] factors = pad(view.factors(taken, evaluator), padded);
        return new LibraryRows(rows.length, variables, target, coordinates, factors, sample.variance());
    }

    private static double[] pad(double[] column, int length) {
        double[] padded = new double[length];
        for (int row = 0; row < length; row++) {
            padded[row] = column[Math.min(row, column.length - 1)];
        }
        return padded;
    }

    public int count() {
        return count;
    }

    public int padded() {
        return target.length;
    }

    /** Returns the values of a variable of the sample. */
    public double[] variable(int variable) {
        return variables[variable];
    }

    /** Returns the target of the sample. */
    public double[] target() {
        return target;
    }

    /** Returns 1 at real rows and 0 at padding. */
    public double[] mask() {
        return mask;
    }

    public int coordinates() {
        return coordinates.length;
    }

    /** Returns the values of a coordinate of the view. */
    public double[] coordinate(int coordinate) {
        return coordinates[coordinate];
    }

    /** Returns the target divided by the factor of the view. */
    public double[] viewTarget() {
        return viewTarget;
    }

    /** Returns the absolute derivatives of the target with respect to the target of the view; 0 at padding. */
    public double[] viewWeights() {
        return viewWeights;
    }

    /** Returns the variance of the target over the whole sample. */
    public double variance() {
        return variance;
    }
}
