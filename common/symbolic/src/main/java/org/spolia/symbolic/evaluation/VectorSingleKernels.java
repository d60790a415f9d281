package org.spolia.symbolic.evaluation;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;
import org.spolia.symbolic.expression.Opcode;
import org.spolia.symbolic.special.SingleExponentialVector;
import org.spolia.symbolic.special.SingleHyperbolicTangentVector;
import org.spolia.symbolic.special.SingleLogarithmVector;
import org.spolia.symbolic.special.SinglePowerVector;
import org.spolia.symbolic.special.SingleSineVector;

/** The sums and the transcendental loops over floats in vectors of the machine's preferred width. */
final class VectorSingleKernels extends SingleKernels {
    private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
    private static final int WIDTH = SPECIES.length();
    private static final int LANES = Sample.LANES;

    VectorSingleKernels() {
        super(new VectorKernels());
    }

    private static FloatVector load(float[] array, int row) {
        return FloatVector.fromArray(SPECIES, array, row);
    }

    @Override
    public void unary(int opcode, float[] x, float[] out, int rows) {
        switch (opcode) {
            case Opcode.EXP -> SingleExponentialVector.exp(x, out, rows);
            case Opcode.LOG -> SingleLogarithmVector.log(x, out, rows);
            case Opcode.SIN -> SingleSineVector.sin(x, out, rows);
            case Opcode.COS -> SingleSineVector.cos(x, out, rows);
            case Opcode.TANH -> SingleHyperbolicTangentVector.tanh(x, out, rows);
            default -> super.unary(opcode, x, out, rows);
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
                FloatVector difference = load(f, row).sub(load(y, row));
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
                FloatVector residual = load(f, row)
                        .sub((float) shift)
                        .fma(negativeSlope, load(y, row).sub((float) intercept));
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
                FloatVector value = load(f, row).sub((float) shift);
                sum = sum.add(value);
                squares = value.fma(value, squares);
                products = value.fma(load(y, row), products);
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
