package org.spolia.experiment.data;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The rows of one split: an array for each variable, the target, and the target without noise if it is known. Arrays
 * are not copied.
 */
public final class Rows {
    private final double[][] columns;
    private final double[] target;
    private final double @Nullable [] truth;

    private Rows(double[][] columns, double[] target, double @Nullable [] truth) {
        for (double[] column : columns) {
            requireRows(column, target.length);
        }
        if (truth != null) {
            requireRows(truth, target.length);
        }
        this.columns = columns;
        this.target = target;
        this.truth = truth;
    }

    /** Creates measured rows, whose target without noise is unknown. */
    public static Rows measured(double[][] columns, double[] target) {
        return new Rows(columns, target, null);
    }

    /** Creates generated rows with the noisy target and the target without noise. */
    public static Rows generated(double[][] columns, double[] target, double[] truth) {
        return new Rows(columns, target, truth);
    }

    public int count() {
        return target.length;
    }

    public double[][] columns() {
        return columns;
    }

    public double[] target() {
        return target;
    }

    public double @Nullable [] truth() {
        return truth;
    }

    /** The reference for predictions: the target without noise if it is known, otherwise the measurement. */
    public double[] reference() {
        return truth == null ? target : truth;
    }

    /** Returns these rows with one more column. */
    Rows with(double[] column) {
        double[][] wider = Arrays.copyOf(columns, columns.length + 1);
        wider[columns.length] = column;
        return new Rows(wider, target, truth);
    }

    /** Returns these rows with some of their columns. */
    Rows only(int[] positions) {
        return new Rows(
                Arrays.stream(positions).mapToObj(position -> columns[position]).toArray(double[][]::new),
                target,
                truth);
    }

    /** The memory of the values in bytes. */
    public long bytes() {
        return (columns.length + (truth == null ? 1L : 2L)) * target.length * Double.BYTES;
    }

    void addTo(ContentHash hash) {
        for (double[] column : columns) {
            hash.add(column);
        }
        hash.add(target);
        hash.add(truth == null ? new double[0] : truth);
    }

    private static void requireRows(double[] values, int rows) {
        if (values.length != rows) {
            throw new IllegalArgumentException("A column has " + values.length + " rows where the target has " + rows);
        }
    }
}
