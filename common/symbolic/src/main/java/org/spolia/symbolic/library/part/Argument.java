package org.spolia.symbolic.library.part;

import org.spolia.symbolic.evaluation.Columns;
import org.spolia.symbolic.expression.Tree;

/**
 * The argument of parts: a product of powers of coordinates.
 *
 * @param tree its expression
 * @param values its values, padded for the loops
 * @param least its least value
 * @param greatest its greatest value
 * @param grid how fine the constants of its parts are
 */
record Argument(Tree tree, double[] values, double least, double greatest, Grid grid) {
    static Argument of(Tree tree, double[] values, Grid grid) {
        double least = Double.POSITIVE_INFINITY;
        double greatest = Double.NEGATIVE_INFINITY;
        for (double value : values) {
            least = Math.min(least, value);
            greatest = Math.max(greatest, value);
        }
        return new Argument(tree, values, least, greatest, grid);
    }

    double range() {
        return greatest - least;
    }

    double largest() {
        return Math.max(Math.abs(least), Math.abs(greatest));
    }

    boolean isPositive() {
        return least > 0;
    }

    /** The same argument with another grid. */
    Argument with(Grid grid) {
        return new Argument(tree, values, least, greatest, grid);
    }

    /** Whether all values are finite and not all are equal. */
    boolean isSound() {
        return range() > 1e-9 * largest() && range() < Double.POSITIVE_INFINITY;
    }

    /** Pads a column with its last value. */
    static double[] padded(double[] column) {
        double[] padded = new double[Columns.padded(column.length)];
        for (int row = 0; row < padded.length; row++) {
            padded[row] = column[Math.min(row, column.length - 1)];
        }
        return padded;
    }
}
