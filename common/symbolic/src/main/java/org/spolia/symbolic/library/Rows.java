package org.spolia.symbolic.library;

import java.util.Arrays;
import org.spolia.symbolic.evaluation.Columns;
import org.spolia.symbolic.evaluation.Sample;

/**
 * The rows that a library looks at, as columns of their own. Columns are padded by copies of the last row; {@link #mask()} is 1 at
 * real rows and 0 at padding.
 */
final class Rows {
    private final int count;
    private final double[][] columns;
    private final double[] target;
    private final double[] mask;
    private final double variance;

    private Rows(int count, double[][] columns, double[] target, double variance) {
        this.count = count;
        this.columns = columns;
        this.target = target;
        this.variance = variance;
        this.mask = new double[target.length];
        Arrays.fill(mask, 0, count, 1);
    }

    static Rows of(Sample sample, int[] rows) {
        int padded = Columns.padded(rows.length);
        double[][] columns = new double[sample.variables()][padded];
        double[] target = new double[padded];
        for (int i = 0; i < padded; i++) {
            int row = rows[Math.min(i, rows.length - 1)];
            for (int variable = 0; variable < columns.length; variable++) {
                columns[variable][i] = sample.value(variable, row);
            }
            target[i] = sample.targetValue(row);
        }
        return new Rows(rows.length, columns, target, sample.variance());
    }

    int count() {
        return count;
    }

    int padded() {
        return target.length;
    }

    int variables() {
        return columns.length;
    }

    double[] column(int variable) {
        return columns[variable];
    }

    double[] target() {
        return target;
    }

    double[] mask() {
        return mask;
    }

    /** The variance of the target over the whole sample. */
    double variance() {
        return variance;
    }
}
