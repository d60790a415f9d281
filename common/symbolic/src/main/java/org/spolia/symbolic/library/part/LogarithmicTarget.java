package org.spolia.symbolic.library.part;

import java.util.ArrayList;
import java.util.List;
import org.spolia.symbolic.evaluation.Columns;
import org.spolia.symbolic.expression.Opcode;

/**
 * Logarithms of columns, weighted with the size of the target and without what powers of the coordinates explain. A
 * difference is then about that of the target itself, whatever the exponents are. Immutable.
 */
final class LogarithmicTarget {
    private static final double SMALLEST = 1e-20;
    private static final double RANK = 1e-9;

    private final int rows;
    private final double[] weights;
    private final List<double[]> basis = new ArrayList<>();

    LogarithmicTarget(double[] target, double deviation, double[][] coordinates, int rows) {
        this.rows = rows;
        this.weights = new double[target.length];
        for (int row = 0; row < rows; row++) {
            weights[row] = Math.abs(target[row]) / deviation;
        }
        project(weights.clone());
        for (double[] coordinate : coordinates) {
            if (hasOneSign(coordinate, rows)) {
                project(weighted(coordinate));
            }
        }
    }

    /** Whether powers of the column have logarithms. */
    static boolean hasOneSign(double[] column, int rows) {
        for (int row = 0; row < rows; row++) {
            if (!(column[row] * Math.signum(column[0]) > 0)) {
                return false;
            }
        }
        return true;
    }

    private void project(double[] column) {
        double before = Math.sqrt(dot(column, column));
        remove(column);
        remove(column);
        double norm = Math.sqrt(dot(column, column));
        if (norm > RANK * before) {
            for (int row = 0; row < rows; row++) {
                column[row] /= norm;
            }
            basis.add(column);
        }
    }

    /** Returns the weighted logarithms of a column, without what the powers explain. */
    double[] of(double[] column) {
        double[] weighted = weighted(column);
        remove(weighted);
        return weighted;
    }

    private double[] weighted(double[] column) {
        double[] weighted = new double[weights.length];
        for (int row = 0; row < weighted.length; row++) {
            weighted[row] = Math.max(SMALLEST, Math.abs(column[row]));
        }
        Columns.apply(Opcode.LOG, weighted, weighted, weighted.length);
        for (int row = 0; row < weighted.length; row++) {
            weighted[row] *= weights[row];
        }
        return weighted;
    }

    private void remove(double[] column) {
        for (double[] direction : basis) {
            double along = dot(column, direction);
            for (int row = 0; row < rows; row++) {
                column[row] -= along * direction[row];
            }
        }
    }

    private double dot(double[] a, double[] b) {
        double sum = 0;
        for (int row = 0; row < rows; row++) {
            sum += a[row] * b[row];
        }
        return sum;
    }
}
