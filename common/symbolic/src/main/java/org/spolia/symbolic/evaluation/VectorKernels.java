package org.spolia.symbolic.evaluation;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;
import org.spolia.symbolic.expression.Opcode;
import org.spolia.symbolic.special.ArcSineVector;
import org.spolia.symbolic.special.ArcTangentVector;
import org.spolia.symbolic.special.CommonLogarithmVector;
import org.spolia.symbolic.special.CubeRootVector;
import org.spolia.symbolic.special.DilogarithmVector;
import org.spolia.symbolic.special.ErrorFunctionVector;
import org.spolia.symbolic.special.ExponentialVector;
import org.spolia.symbolic.special.HyperbolicSineVector;
import org.spolia.symbolic.special.HyperbolicTangentVector;
import org.spolia.symbolic.special.LogarithmVector;
import org.spolia.symbolic.special.PowerVector;
import org.spolia.symbolic.special.SineVector;
import org.spolia.symbolic.special.TangentVector;

/**
 * The sums and the transcendental loops in vectors of the machine's preferred width. The arithmetic loops stay in plain
 * Java, because the compiler vectorises them equally well and much sooner.
 */
final class VectorKernels implements Kernels {
    private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;
    private static final int WIDTH = SPECIES.length();
    private static final int LANES = Sample.LANES;

    private final ScalarKernels scalar = new ScalarKernels();

    @Override
    public int vectorBits() {
        return SPECIES.vectorBitSize();
    }

    @Override
    public void unary(int opcode, double[] x, double[] out, int rows) {
        switch (opcode) {
            case Opcode.EXP -> ExponentialVector.exp(x, out, rows);
            case Opcode.LOG -> LogarithmVector.log(x, out, rows);
            case Opcode.SIN -> SineVector.sin(x, out, rows);
            case Opcode.COS -> SineVector.cos(x, out, rows);
            case Opcode.TANH -> HyperbolicTangentVector.tanh(x, out, rows);
            case Opcode.ASIN -> ArcSineVector.asin(x, out, rows);
            case Opcode.ATAN -> ArcTangentVector.atan(x, out, rows);
            case Opcode.LI2 -> DilogarithmVector.li2(x, out, rows);
            case Opcode.TAN -> TangentVector.tan(x, out, rows);
            case Opcode.ACOS -> ArcSineVector.acos(x, out, rows);
            case Opcode.SINH -> HyperbolicSineVector.sinh(x, out, rows);
            case Opcode.COSH -> HyperbolicSineVector.cosh(x, out, rows);
            case Opcode.LOG2 -> CommonLogarithmVector.log2(x, out, rows);
            case Opcode.LOG10 -> CommonLogarithmVector.log10(x, out, rows);
            case Opcode.CBRT -> CubeRootVector.cbrt(x, out, rows);
            case Opcode.ERF -> ErrorFunctionVector.erf(x, out, rows);
            case Opcode.ERFC -> ErrorFunctionVector.erfc(x, out, rows);
            default -> scalar.unary(opcode, x, out, rows);
        }
    }

    @Override
    public void binary(int opcode, double[] x, double[] y, double[] out, int rows) {
        if (opcode == Opcode.POW) {
            PowerVector.pow(x, y, out, rows);
        } else {
            scalar.binary(opcode, x, y, out, rows);
        }
    }

    @Override
    public void binary(int opcode, double[] x, double y, double[] out, int rows) {
        if (opcode == Opcode.POW) {
            PowerVector.powConstantExponent(x, y, out, rows);
        } else {
            scalar.binary(opcode, x, y, out, rows);
        }
    }

    @Override
    public void binary(int opcode, double x, double[] y, double[] out, int rows) {
        if (opcode == Opcode.POW) {
            PowerVector.powConstantBase(x, y, out, rows);
        } else {
            scalar.binary(opcode, x, y, out, rows);
        }
    }

    @Override
    public void residualSquares(double[] f, double[] y, int rows, double[] sums) {
        int whole = rows - rows % LANES;
        for (int part = 0; part < LANES; part += 2 * WIDTH) {
            DoubleVector low0 = Lanes.load(sums, part);
            DoubleVector high0 = Lanes.load(sums, part + WIDTH);
            for (int row = part; row < whole; row += LANES) {
                DoubleVector lowDifference = Lanes.load(f, row).sub(Lanes.load(y, row));
                low0 = lowDifference.fma(lowDifference, low0);
                DoubleVector highDifference = Lanes.load(f, row + WIDTH).sub(Lanes.load(y, row + WIDTH));
                high0 = highDifference.fma(highDifference, high0);
            }
            low0.intoArray(sums, part);
            high0.intoArray(sums, part + WIDTH);
        }
        for (int row = whole; row < rows; row++) {
            double difference = f[row] - y[row];
            sums[row % LANES] = Math.fma(difference, difference, sums[row % LANES]);
        }
    }

    @Override
    public void scaledResidualSquares(
            double[] f, double[] y, double shift, double slope, double intercept, int rows, double[] sums) {
        int whole = rows - rows % LANES;
        DoubleVector negativeSlope = DoubleVector.broadcast(SPECIES, -slope);
        for (int part = 0; part < LANES; part += 2 * WIDTH) {
            DoubleVector low0 = Lanes.load(sums, part);
            DoubleVector high0 = Lanes.load(sums, part + WIDTH);
            for (int row = part; row < whole; row += LANES) {
                DoubleVector lowResidual = Lanes.residual(f, y, row, shift, negativeSlope, intercept);
                low0 = lowResidual.fma(lowResidual, low0);
                DoubleVector highResidual = Lanes.residual(f, y, row + WIDTH, shift, negativeSlope, intercept);
                high0 = highResidual.fma(highResidual, high0);
            }
            low0.intoArray(sums, part);
            high0.intoArray(sums, part + WIDTH);
        }
        for (int row = whole; row < rows; row++) {
            double residual = Math.fma(f[row] - shift, -slope, y[row] - intercept);
            sums[row % LANES] = Math.fma(residual, residual, sums[row % LANES]);
        }
    }

    @Override
    public void moments(double[] f, double[] y, double shift, int rows, double[] sums) {
        int whole = rows - rows % LANES;
        for (int part = 0; part < LANES; part += 2 * WIDTH) {
            DoubleVector low0 = Lanes.load(sums, part);
            DoubleVector high0 = Lanes.load(sums, part + WIDTH);
            DoubleVector low1 = Lanes.load(sums, LANES + part);
            DoubleVector high1 = Lanes.load(sums, LANES + part + WIDTH);
            DoubleVector low2 = Lanes.load(sums, 2 * LANES + part);
            DoubleVector high2 = Lanes.load(sums, 2 * LANES + part + WIDTH);
            for (int row = part; row < whole; row += LANES) {
                DoubleVector lowValue = Lanes.load(f, row).sub(shift);
                low0 = low0.add(lowValue);
                low1 = lowValue.fma(lowValue, low1);
                low2 = lowValue.fma(Lanes.load(y, row), low2);
                DoubleVector highValue = Lanes.load(f, row + WIDTH).sub(shift);
                high0 = high0.add(highValue);
                high1 = highValue.fma(highValue, high1);
                high2 = highValue.fma(Lanes.load(y, row + WIDTH), high2);
            }
            low0.intoArray(sums, part);
            high0.intoArray(sums, part + WIDTH);
            low1.intoArray(sums, LANES + part);
            high1.intoArray(sums, LANES + part + WIDTH);
            low2.intoArray(sums, 2 * LANES + part);
            high2.intoArray(sums, 2 * LANES + part + WIDTH);
        }
        for (int row = whole; row < rows; row++) {
            int lane = row % LANES;
            double value = f[row] - shift;
            sums[lane] += value;
            sums[LANES + lane] = Math.fma(value, value, sums[LANES + lane]);
            sums[2 * LANES + lane] = Math.fma(value, y[row], sums[2 * LANES + lane]);
        }
    }

    @Override
    public void dot(double[] x, double[] y, int rows, double[] sums, int offset) {
        int whole = rows - rows % LANES;
        for (int part = 0; part < LANES; part += 2 * WIDTH) {
            DoubleVector low0 = Lanes.load(sums, offset + part);
            DoubleVector high0 = Lanes.load(sums, offset + part + WIDTH);
            for (int row = part; row < whole; row += LANES) {
                low0 = Lanes.load(x, row).fma(Lanes.load(y, row), low0);
                high0 = Lanes.load(x, row + WIDTH).fma(Lanes.load(y, row + WIDTH), high0);
            }
            low0.intoArray(sums, offset + part);
            high0.intoArray(sums, offset + part + WIDTH);
        }
        for (int row = whole; row < rows; row++) {
            int lane = offset + row % LANES;
            sums[lane] = Math.fma(x[row], y[row], sums[lane]);
        }
    }

    @Override
    public void sum(double[] x, int rows, double[] sums, int offset) {
        int whole = rows - rows % LANES;
        for (int part = 0; part < LANES; part += 2 * WIDTH) {
            DoubleVector low0 = Lanes.load(sums, offset + part);
            DoubleVector high0 = Lanes.load(sums, offset + part + WIDTH);
            for (int row = part; row < whole; row += LANES) {
                low0 = low0.add(Lanes.load(x, row));
                high0 = high0.add(Lanes.load(x, row + WIDTH));
            }
            low0.intoArray(sums, offset + part);
            high0.intoArray(sums, offset + part + WIDTH);
        }
        for (int row = whole; row < rows; row++) {
            sums[offset + row % LANES] += x[row];
        }
    }

    @Override
    public void residual(double[] f, double[] y, double shift, double slope, double intercept, int rows, double[] out) {
        DoubleVector negativeSlope = DoubleVector.broadcast(SPECIES, -slope);
        for (int row = 0; row < rows; row += WIDTH) {
            Lanes.residual(f, y, row, shift, negativeSlope, intercept).intoArray(out, row);
        }
    }
}
