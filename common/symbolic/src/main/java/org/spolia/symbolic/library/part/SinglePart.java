package org.spolia.symbolic.library.part;

import java.util.Arrays;
import java.util.List;
import org.spolia.symbolic.evaluation.Columns;

/** How much of the target single parts explain, on the first rows only. Immutable. */
final class SinglePart {
    private final int rows;
    private final Frame frame;
    private final List<SumTarget> sums;
    private final LogarithmicTarget logarithmic;
    private final double[] logarithm;

    SinglePart(PartRows data, int rows, Frame frame, List<SumTarget> sums) {
        this.rows = rows;
        this.frame = frame;
        this.sums = sums;
        double[] target = Arrays.copyOf(data.target(), Columns.padded(rows));
        this.logarithmic = new LogarithmicTarget(target, data.standard().deviation(), data.coordinates(), rows);
        this.logarithm = logarithmic.of(target);
    }

    /** The number of forms: a sum for each target, and powers of the coordinates unless there is a base. */
    int forms() {
        return sums.size() + (frame.hasBase() ? 0 : 1);
    }

    /** Whether a form is a sum, with the number of its target. */
    boolean isSum(int form) {
        return form < sums.size();
    }

    /**
     * The share of the target that a column explains in a form.
     *
     * @param weighted the same column after {@link #weigh}
     */
    double share(int form, double[] column, double[] weighted) {
        return isSum(form) ? along(weighted, sums.get(form)) : explained(column);
    }

    /** Writes the weighted column without what the weights explain, of norm 1. Returns false if nothing is left. */
    boolean weigh(double[] column, double[] weighted) {
        double[] weights = frame.weights();
        double total = 0;
        for (int row = 0; row < rows; row++) {
            weighted[row] = weights[row] * column[row];
            total += weights[row] * weighted[row];
        }
        double average = total / rows;
        double squares = 0;
        for (int row = 0; row < rows; row++) {
            weighted[row] -= average * weights[row];
            squares += weighted[row] * weighted[row];
        }
        double scale = 1 / Math.sqrt(squares);
        for (int row = 0; row < rows; row++) {
            weighted[row] *= scale;
        }
        return Double.isFinite(scale);
    }

    /** The share of the target that a column of norm 1 explains. */
    private double along(double[] column, SumTarget sum) {
        double product = 0;
        for (int row = 0; row < rows; row++) {
            product += column[row] * sum.values()[row];
        }
        return product * product / rows;
    }

    private double explained(double[] column) {
        double[] values = logarithmic.of(column);
        double left = 0;
        for (int row = 0; row < rows; row++) {
            left += (logarithm[row] - values[row]) * (logarithm[row] - values[row]);
        }
        return 1 - left / rows;
    }
}
