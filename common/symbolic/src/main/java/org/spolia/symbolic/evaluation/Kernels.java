package org.spolia.symbolic.evaluation;

import java.util.Arrays;

/** The loops in double precision, including those for the fit of constants. Both implementations give equal bits. */
public interface Kernels extends Loops<double[]> {
    @Override
    default int blockRows() {
        return Sample.BLOCK;
    }

    @Override
    default double[] allocate(int length) {
        return new double[length];
    }

    @Override
    default RowBlocks<double[]> blocks(Sample sample) {
        return sample.doubles();
    }

    @Override
    default void fill(double[] out, double value, int rows) {
        Arrays.fill(out, 0, rows, value);
    }

    @Override
    default void copy(double[] from, double[] to, int rows) {
        System.arraycopy(from, 0, to, 0, rows);
    }

    @Override
    default void copy(double[] from, double[] to, int offset, int rows) {
        System.arraycopy(from, 0, to, offset, rows);
    }

    @Override
    default void copy(double[] from, float[] to, int offset, int rows) {
        for (int row = 0; row < rows; row++) {
            to[offset + row] = (float) from[row];
        }
    }

    @Override
    default double value(double[] values, int row) {
        return values[row];
    }

    @Override
    default double cancellation() {
        return 1e-4;
    }

    @Override
    default double noSpread() {
        return 1e-14;
    }

    /** {@code sums[offset + j] += x y}. */
    void dot(double[] x, double[] y, int rows, double[] sums, int offset);

    /** {@code sums[offset + j] += x}. */
    void sum(double[] x, int rows, double[] sums, int offset);

    /** {@code out = y - slope (f - shift) - intercept}. */
    void residual(double[] f, double[] y, double shift, double slope, double intercept, int rows, double[] out);

    /** Returns the bits of a vector register; 0 for plain Java. */
    int vectorBits();

    /** Returns the loops for this machine: the Vector API if the JVM has it, otherwise plain Java. */
    static Kernels preferred() {
        return KernelChoice.PREFERRED;
    }
}
