package org.spolia.symbolic.rows;

import java.io.Serializable;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.spolia.symbolic.special.SplitMix64;

/**
 * Some rows of a table that is larger than memory: the columns of the variables, the target and, if rows have them,
 * weights, groups and folds. A block has any number of rows; a few ten thousand keep the share of overheads small. Rows
 * are put in order of group and fold, which changes no sum. Variables may be NaN or infinite. The arrays are not
 * copied unless rows change places.
 */
public final class RowBlock implements Serializable {
    private static final long serialVersionUID = 1;

    static final double LARGEST_WEIGHT = 1e100;

    private final double[][] columns;
    private final float[][] singles;
    private final double[] target;
    private final double[] weights;
    private final int[] groups;
    private final byte[] folds;

    private RowBlock(
            double[][] columns, float[][] singles, double[] target, double[] weights, int[] groups, byte[] folds) {
        this.columns = columns;
        this.singles = singles;
        this.target = target;
        this.weights = weights;
        this.groups = groups;
        this.folds = folds;
        for (double[] column : columns) {
            requireRows("column", column.length);
        }
        for (float[] column : singles) {
            requireRows("column", column.length);
        }
        requireRowsOrNone("weights", weights.length);
        requireRowsOrNone("groups", groups.length);
        requireRowsOrNone("folds", folds.length);
        for (double value : target) {
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException("Targets must be finite: " + value);
            }
        }
        for (double weight : weights) {
            if (!(weight > 0 && weight <= LARGEST_WEIGHT)) {
                throw new IllegalArgumentException("Weights must be > 0 and at most 1e100: " + weight);
            }
        }
    }

    private void requireRows(String what, int length) {
        if (length != target.length) {
            throw new IllegalArgumentException(
                    "A " + what + " has " + length + " rows where the target has " + target.length);
        }
    }

    private void requireRowsOrNone(String what, int length) {
        if (length > 0) {
            requireRows("block with " + what, length);
        }
    }

    /** Creates a block without weights, groups and folds. */
    public static RowBlock of(double[][] columns, double[] target) {
        return of(columns, target, new double[0], new int[0], new byte[0]);
    }

    /**
     * Creates a block.
     *
     * @param weights one for each row, all positive; an empty array if all rows count equally
     * @param groups the number of the group of each row, from 0 on; an empty array if there is one group
     * @param folds the number of the fold of each row, from 0 on; an empty array if there is one fold
     */
    public static RowBlock of(double[][] columns, double[] target, double[] weights, int[] groups, byte[] folds) {
        return new RowBlock(columns, new float[0][], target, weights, groups, folds).inOrder();
    }

    /** Like {@link #of(double[][], double[], double[], int[], byte[])}, with columns in half the memory. */
    public static RowBlock ofFloats(float[][] columns, double[] target, double[] weights, int[] groups, byte[] folds) {
        return new RowBlock(new double[0][], columns, target, weights, groups, folds).inOrder();
    }

    private RowBlock inOrder() {
        long[] keys = new long[rows()];
        boolean ordered = true;
        for (int row = 0; row < keys.length; row++) {
            keys[row] = (long) group(row) << Byte.SIZE | fold(row);
            ordered &= row == 0 || keys[row - 1] <= keys[row];
        }
        if (ordered) {
            return this;
        }
        return taken(order(keys));
    }

    private RowBlock taken(int[] order) {
        return new RowBlock(
                Arrays.stream(columns).map(column -> taken(column, order)).toArray(double[][]::new),
                Arrays.stream(singles).map(column -> taken(column, order)).toArray(float[][]::new),
                taken(target, order),
                weights.length == 0 ? weights : taken(weights, order),
                groups.length == 0
                        ? groups
                        : Arrays.stream(order).map(row -> groups[row]).toArray(),
                folds.length == 0 ? folds : taken(folds, order));
    }

    /**
     * The rows of a first part: about this share of each group and fold. Whether a row belongs to it is a function of
     * its values and the seed.
     */
    public RowBlock first(long seed, double share) {
        return part(seed, share, true);
    }

    /** The rows that are not in the first part. */
    public RowBlock rest(long seed, double share) {
        return part(seed, share, false);
    }

    private RowBlock part(long seed, double share, boolean first) {
        return taken(IntStream.range(0, rows())
                .filter(row -> rank(seed, row) < share == first)
                .toArray());
    }

    /** A number from 0 to 1 that depends on the values of a row and the seed. */
    private double rank(long seed, int row) {
        long hash = SplitMix64.mix(seed + SplitMix64.GOLDEN_GAMMA);
        for (double[] column : columns) {
            hash = SplitMix64.mix(hash + SplitMix64.GOLDEN_GAMMA ^ Double.doubleToLongBits(column[row]));
        }
        for (float[] column : singles) {
            hash = SplitMix64.mix(hash + SplitMix64.GOLDEN_GAMMA ^ Double.doubleToLongBits(column[row]));
        }
        hash = SplitMix64.mix(hash + SplitMix64.GOLDEN_GAMMA ^ Double.doubleToLongBits(target[row]));
        return (hash >>> 11) * 0x1p-53;
    }

    private static int[] order(long[] keys) {
        long[] sorted = keys.clone();
        Arrays.sort(sorted);
        long[] distinct = Arrays.stream(sorted).distinct().toArray();
        int[] next = new int[distinct.length];
        for (int i = 0, row = 0; i < distinct.length; i++) {
            next[i] = row;
            while (row < sorted.length && sorted[row] == distinct[i]) {
                row++;
            }
        }
        int[] order = new int[keys.length];
        for (int row = 0; row < keys.length; row++) {
            order[next[Arrays.binarySearch(distinct, keys[row])]++] = row;
        }
        return order;
    }

    private static double[] taken(double[] values, int[] order) {
        double[] taken = new double[order.length];
        for (int row = 0; row < order.length; row++) {
            taken[row] = values[order[row]];
        }
        return taken;
    }

    private static float[] taken(float[] values, int[] order) {
        float[] taken = new float[order.length];
        for (int row = 0; row < order.length; row++) {
            taken[row] = values[order[row]];
        }
        return taken;
    }

    private static byte[] taken(byte[] values, int[] order) {
        byte[] taken = new byte[order.length];
        for (int row = 0; row < order.length; row++) {
            taken[row] = values[order[row]];
        }
        return taken;
    }

    public int rows() {
        return target.length;
    }

    public int variables() {
        return Math.max(columns.length, singles.length);
    }

    /** The bytes of its arrays. */
    public long bytes() {
        long row = (long) columns.length * Double.BYTES + (long) singles.length * Float.BYTES + Double.BYTES;
        return row * rows()
                + (long) weights.length * Double.BYTES
                + (long) groups.length * Integer.BYTES
                + folds.length;
    }

    boolean isWeighted() {
        return weights.length > 0;
    }

    int group(int row) {
        return groups.length == 0 ? 0 : groups[row];
    }

    int fold(int row) {
        return folds.length == 0 ? 0 : folds[row];
    }

    /** Returns the first row after {@code row} of another group or fold, at most {@code to}. */
    int endOfCell(int row, int to) {
        if (groups.length == 0 && folds.length == 0) {
            return to;
        }
        int end = row + 1;
        while (end < to && group(end) == group(row) && fold(end) == fold(row)) {
            end++;
        }
        return end;
    }

    /** Writes the values of a variable, and copies of the last one until {@code padded}. */
    public void copyColumn(int variable, int from, int rows, int padded, double[] out) {
        if (singles.length > 0) {
            float[] column = singles[variable];
            for (int row = 0; row < rows; row++) {
                out[row] = column[from + row];
            }
        } else {
            System.arraycopy(columns[variable], from, out, 0, rows);
        }
        Arrays.fill(out, rows, padded, out[rows - 1]);
    }

    public void copyTarget(int from, int rows, int padded, double[] out) {
        System.arraycopy(target, from, out, 0, rows);
        Arrays.fill(out, rows, padded, out[rows - 1]);
    }

    public void copyWeights(int from, int rows, int padded, double[] out) {
        System.arraycopy(weights, from, out, 0, rows);
        Arrays.fill(out, rows, padded, 1);
    }
}
