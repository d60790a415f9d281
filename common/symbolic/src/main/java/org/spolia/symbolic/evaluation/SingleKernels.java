package org.spolia.symbolic.evaluation;

import java.util.Arrays;
import org.spolia.symbolic.expression.Opcode;

/**
 * The loops in single precision. The arithmetic is here; operators without a loop over floats are computed in double
 * precision and rounded. It owns buffers for that and is not thread-safe.
 */
abstract class SingleKernels implements Loops<float[]> {
    /** As many bytes as a block of doubles. */
    static final int BLOCK = 2 * Sample.BLOCK;

    /** The partial sums of one block, as floats. */
    final float[] partial = new float[3 * Sample.LANES];

    private final Kernels wide;
    private final double[] left = new double[BLOCK];
    private final double[] right = new double[BLOCK];

    SingleKernels(Kernels wide) {
        this.wide = wide;
    }

    /** Returns the loops for this machine. */
    static SingleKernels preferred() {
        return Kernels.preferred().vectorBits() > 0 ? new VectorSingleKernels() : new ScalarSingleKernels();
    }

    @Override
    public int blockRows() {
        return BLOCK;
    }

    @Override
    public float[] allocate(int length) {
        return new float[length];
    }

    @Override
    public RowBlocks<float[]> blocks(Sample sample) {
        return sample.singles(this);
    }

    @Override
    public void unary(int opcode, float[] x, float[] out, int rows) {
        switch (opcode) {
            case Opcode.NEG -> SingleLoops.neg(x, out, rows);
            case Opcode.INV -> SingleLoops.inv(x, out, rows);
            case Opcode.ABS -> SingleLoops.abs(x, out, rows);
            case Opcode.SQUARE -> SingleLoops.square(x, out, rows);
            case Opcode.CUBE -> SingleLoops.cube(x, out, rows);
            case Opcode.SQRT -> SingleLoops.sqrt(x, out, rows);
            default -> {
                SingleLoops.widen(x, left, rows);
                wide.unary(opcode, left, left, rows);
                SingleLoops.narrow(left, out, rows);
            }
        }
    }

    @Override
    public void binary(int opcode, float[] x, float[] y, float[] out, int rows) {
        switch (opcode) {
            case Opcode.ADD -> SingleLoops.add(x, y, out, rows);
            case Opcode.SUB -> SingleLoops.sub(x, y, out, rows);
            case Opcode.MUL -> SingleLoops.mul(x, y, out, rows);
            case Opcode.DIV -> SingleLoops.div(x, y, out, rows);
            case Opcode.POW -> {
                SingleLoops.widen(x, left, rows);
                SingleLoops.widen(y, right, rows);
                power(left, right, left, rows);
                SingleLoops.narrow(left, out, rows);
            }
            default -> {
                SingleLoops.widen(x, left, rows);
                SingleLoops.widen(y, right, rows);
                wide.binary(opcode, left, right, left, rows);
                SingleLoops.narrow(left, out, rows);
            }
        }
    }

    @Override
    public void binary(int opcode, float[] x, double y, float[] out, int rows) {
        float constant = (float) y;
        switch (opcode) {
            case Opcode.ADD -> SingleLoops.add(x, constant, out, rows);
            case Opcode.SUB -> SingleLoops.sub(x, constant, out, rows);
            case Opcode.MUL -> SingleLoops.mul(x, constant, out, rows);
            case Opcode.DIV -> SingleLoops.div(x, constant, out, rows);
            case Opcode.POW -> {
                SingleLoops.widen(x, left, rows);
                Arrays.fill(right, 0, rows, constant);
                power(left, right, left, rows);
                SingleLoops.narrow(left, out, rows);
            }
            default -> {
                SingleLoops.widen(x, left, rows);
                wide.binary(opcode, left, constant, left, rows);
                SingleLoops.narrow(left, out, rows);
            }
        }
    }

    @Override
    public void binary(int opcode, double x, float[] y, float[] out, int rows) {
        float constant = (float) x;
        switch (opcode) {
            case Opcode.ADD -> SingleLoops.add(constant, y, out, rows);
            case Opcode.SUB -> SingleLoops.sub(constant, y, out, rows);
            case Opcode.MUL -> SingleLoops.mul(constant, y, out, rows);
            case Opcode.DIV -> SingleLoops.div(constant, y, out, rows);
            case Opcode.POW -> {
                Arrays.fill(left, 0, rows, constant);
                SingleLoops.widen(y, right, rows);
                power(left, right, left, rows);
                SingleLoops.narrow(left, out, rows);
            }
            default -> {
                SingleLoops.widen(y, right, rows);
                wide.binary(opcode, constant, right, right, rows);
                SingleLoops.narrow(right, out, rows);
            }
        }
    }

    /** Raises floats that were widened to doubles to a power, with enough accuracy for rounding to floats. */
    abstract void power(double[] x, double[] y, double[] out, int rows);

    @Override
    public void fill(float[] out, double value, int rows) {
        Arrays.fill(out, 0, rows, (float) value);
    }

    @Override
    public void copy(float[] from, float[] to, int rows) {
        System.arraycopy(from, 0, to, 0, rows);
    }

    @Override
    public void copy(float[] from, float[] to, int offset, int rows) {
        System.arraycopy(from, 0, to, offset, rows);
    }

    @Override
    public void copy(float[] from, double[] to, int offset, int rows) {
        for (int row = 0; row < rows; row++) {
            to[offset + row] = from[row];
        }
    }

    @Override
    public double value(float[] values, int row) {
        return values[row];
    }

    @Override
    public double cancellation() {
        return 1e-2;
    }

    @Override
    public double noSpread() {
        return 1e-6;
    }

    /** Adds the first partial sums of the block to those of the sample. */
    final void addTo(double[] sums, int lanes) {
        for (int lane = 0; lane < lanes; lane++) {
            sums[lane] += partial[lane];
        }
    }
}
