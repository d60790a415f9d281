package org.spolia.symbolic.evaluation;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;
import org.spolia.symbolic.expression.Opcode;
import org.spolia.symbolic.special.SingleArcSineVector;
import org.spolia.symbolic.special.SingleExponentialVector;
import org.spolia.symbolic.special.SingleHyperbolicTangentVector;
import org.spolia.symbolic.special.SingleLogarithmVector;
import org.spolia.symbolic.special.SinglePowerVector;
import org.spolia.symbolic.special.SingleSineVector;

/**
 * The sums, the transcendental loops, division and root over floats in vectors of the machine's preferred width. The
 * compiler vectorises a division too, but the scalar iterations that it adds at both ends of a block cost more than the
 * block.
 */
final class VectorSingleKernels extends SingleKernels {
    private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
    private static final int WIDTH = SPECIES.length();
    private static final int LANES = Sample.LANES;

    VectorSingleKernels() {
        super(new VectorKernels());
    }

    @Override
    public void unary(int opcode, float[] x, float[] out, int rows) {
        switch (opcode) {
            case Opcode.EXP -> SingleExponentialVector.exp(x, out, rows);
            case Opcode.LOG -> SingleLogarithmVector.log(x, out, rows);
            case Opcode.SIN -> SingleSineVector.sin(x, out, rows);
            case Opcode.COS -> SingleSineVector.cos(x, out, rows);
            case Opcode.TANH -> SingleHyperbolicTangentVector.tanh(x, out, rows);
            case Opcode.ASIN -> SingleArcSineVector.asin(x, out, rows);
            case Opcode.SQRT -> sqrt(x, out, rows);
            case Opcode.INV -> divide(1, x, out, rows);
            default -> super.unary(opcode, x, out, rows);
        }
    }

    private static void sqrt(float[] x, float[] out, int rows) {
        for (int row = 0; row < rows; row += WIDTH) {
            Lanes.load(x, row).sqrt().intoArray(out, row);
        }
    }

    @Override
    public void binary(int opcode, float[] x, float[] y, float[] out, int rows) {
        if (opcode == Opcode.DIV) {
            divide(x, y, out, rows);
        } else {
            super.binary(opcode, x, y, out, rows);
        }
    }

    private static void divide(float[] x, float[] y, float[] out, int rows) {
        for (int row = 0; row < rows; row += WIDTH) {
            Lanes.load(x, row).div(Lanes.load(y, row)).intoArray(out, row);
        }
    }

    @Override
    public void binary(int opcode, float[] x, double y, float[] out, int rows) {
        if (opcode == Opcode.DIV) {
            divide(x, (float) y, out, rows);
        } else {
            super.binary(opcode, x, y, out, rows);
        }
    }

    private static void divide(float[] x, float y, float[] out, int rows) {
        for (int row = 0; row < rows; row += WIDTH) {
            Lanes.load(x, row).div(y).intoArray(out, row);
        }
    }

    @Override
    public void binary(int opcode, double x, float[] y, float[] out, int rows) {
        if (opcode == Opcode.DIV) {
            divide((float) x, y, out, rows);
        } else {
            super.binary(opcode, x, y, out, rows);
        }
    }

    private static void divide(float x, float[] y, float[] out, int rows) {
        FloatVector constant = FloatVector.broadcast(SPECIES, x);
        for (int row = 0; row < rows; row += WIDTH) {
            constant.div(Lanes.load(y, row)).intoArray(out, row);
        }
    }

    @Override
    void power(double[] x, double[] y, double[] out, int rows) {
        SinglePowerVector.pow(x, y, out, rows);
    }

    @Override
    public void residualSquares(float[] f, float[] y, int rows, double[] sums) {
        int whole = rows - rows % LANES;
        for (int part = 0; part < LANES; part += WIDTH) {
            FloatVector sum = FloatVector.zero(SPECIES);
            for (int row = part; row < whole; row += LANES) {
                FloatVector difference = Lanes.load(f, row).sub(Lanes.load(y, row));
                sum = difference.fma(difference, sum);
            }
            sum.intoArray(partial, part);
        }
        for (int row = whole; row < rows; row++) {
            float difference = f[row] - y[row];
            partial[row % LANES] = Math.fma(difference, difference, partial[row % LANES]);
        }
        addTo(sums, LANES);
    }

    @Override
    public void scaledResidualSquares(
            float[] f, float[] y, double shift, double slope, double intercept, int rows, double[] sums) {
        int whole = rows - rows % LANES;
        FloatVector negativeSlope = FloatVector.broadcast(SPECIES, (float) -slope);
        for (int part = 0; part < LANES; part += WIDTH) {
            FloatVector sum = FloatVector.zero(SPECIES);
            for (int row = part; row < whole; row += LANES) {
                FloatVector residual = Lanes.load(f, row)
                        .sub((float) shift)
                        .fma(negativeSlope, Lanes.load(y, row).sub((float) intercept));
                sum = residual.fma(residual, sum);
            }
            sum.intoArray(partial, part);
        }
        for (int row = whole; row < rows; row++) {
            float residual = Math.fma(f[row] - (float) shift, (float) -slope, y[row] - (float) intercept);
            partial[row % LANES] = Math.fma(residual, residual, partial[row % LANES]);
        }
        addTo(sums, LANES);
    }

    @Override
    public void moments(float[] f, float[] y, double shift, int rows, double[] sums) {
        int whole = rows - rows % LANES;
        for (int part = 0; part < LANES; part += WIDTH) {
            FloatVector sum = FloatVector.zero(SPECIES);
            FloatVector squares = FloatVector.zero(SPECIES);
            FloatVector products = FloatVector.zero(SPECIES);
            for (int row = part; row < whole; row += LANES) {
                FloatVector value = Lanes.load(f, row).sub((float) shift);
                sum = sum.add(value);
                squares = value.fma(value, squares);
                products = value.fma(Lanes.load(y, row), products);
            }
            sum.intoArray(partial, part);
            squares.intoArray(partial, LANES + part);
            products.intoArray(partial, 2 * LANES + part);
        }
        for (int row = whole; row < rows; row++) {
            int lane = row % LANES;
            float value = f[row] - (float) shift;
            partial[lane] += value;
            partial[LANES + lane] = Math.fma(value, value, partial[LANES + lane]);
            partial[2 * LANES + lane] = Math.fma(value, y[row], partial[2 * LANES + lane]);
        }
        addTo(sums, 3 * LANES);
    }
}
