package org.spolia.experiment.data;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The rows of one split: an array a variable, the target, and the target without noise where it is known. Arrays are not copied. */
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

    /** Measured rows: what the target is without noise is not known. */
    public static Rows measured(double[][] columns, double[] target) {
        return new Rows(columns, target, null);
    }

    /** Generated rows: the target with its noise, and without it. */
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

    /** What a prediction is compared with: the truth where it is known, the measurement elsewhere. */
    public double[] reference() {
        return truth == null ? target : truth;
    }

    /** These rows with one more column. */
    Rows with(double[] column) {
        double[][] wider = Arrays.copyOf(columns, columns.length + 1);
        wider[columns.length] = column;
        return new Rows(wider, target, truth);
    }

    /** These rows with some of their columns. */
    Rows only(int[] positions) {
        return new Rows(
                Arrays.stream(positions).mapToObj(position -> columns[position]).toArray(double[][]::new),
                target,
                truth);
    }

    /** The memory that the values take. */
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
