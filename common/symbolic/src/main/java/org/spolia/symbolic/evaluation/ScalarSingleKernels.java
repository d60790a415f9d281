package org.spolia.symbolic.evaluation;

import java.util.Arrays;
import org.spolia.symbolic.expression.Opcode;

/** The loops over floats in plain Java: used without the Vector API, and the reference for the vector loops. */
final class ScalarSingleKernels extends SingleKernels {
    private static final int LANES = Sample.LANES;

    ScalarSingleKernels() {
        super(new ScalarKernels());
    }

    @Override
    public void unary(int opcode, float[] x, float[] out, int rows) {
        switch (opcode) {
            case Opcode.EXP -> SingleLoops.exp(x, out, rows);
            case Opcode.LOG -> SingleLoops.log(x, out, rows);
            case Opcode.SIN -> SingleLoops.sin(x, out, rows);
            case Opcode.COS -> SingleLoops.cos(x, out, rows);
            case Opcode.TANH -> SingleLoops.tanh(x, out, rows);
            case Opcode.ASIN -> SingleLoops.asin(x, out, rows);
            default -> super.unary(opcode, x, out, rows);
        }
    }

    @Override
    void power(double[] x, double[] y, double[] out, int rows) {
        SingleLoops.pow(x, y, out, rows);
    }

    @Override
    public void residualSquares(float[] f, float[] y, int rows, double[] sums) {
        Arrays.fill(partial, 0);
        for (int row = 0; row < rows; row++) {
            float difference = f[row] - y[row];
            partial[row % LANES] = Math.fma(difference, difference, partial[row % LANES]);
        }
        addTo(sums, LANES);
    }

    @Override
    public void scaledResidualSquares(
            float[] f, float[] y, double shift, double slope, double intercept, int rows, double[] sums) {
        Arrays.fill(partial, 0);
        for (int row = 0; row < rows; row++) {
            float residual = Math.fma(f[row] - (float) shift, (float) -slope, y[row] - (float) intercept);
            partial[row % LANES] = Math.fma(residual, residual, partial[row % LANES]);
        }
        addTo(sums, LANES);
    }

    @Override
    public void moments(float[] f, float[] y, double shift, int rows, double[] sums) {
        Arrays.fill(partial, 0);
        for (int row = 0; row < rows; row++) {
            int lane = row % LANES;
            float value = f[row] - (float) shift;
            partial[lane] += value;
            partial[LANES + lane] = Math.fma(value, value, partial[LANES + lane]);
            partial[2 * LANES + lane] = Math.fma(value, y[row], partial[2 * LANES + lane]);
        }
        addTo(sums, 3 * LANES);
    }
}
