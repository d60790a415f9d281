package org.spolia.symbolic.evaluation;

import org.spolia.symbolic.expression.Opcode;
import org.spolia.symbolic.special.ArcSine;
import org.spolia.symbolic.special.ArcTangent;
import org.spolia.symbolic.special.Bessel;
import org.spolia.symbolic.special.CardinalSine;
import org.spolia.symbolic.special.CommonLogarithm;
import org.spolia.symbolic.special.Comparisons;
import org.spolia.symbolic.special.CubeRoot;
import org.spolia.symbolic.special.Dilogarithm;
import org.spolia.symbolic.special.ErrorFunction;
import org.spolia.symbolic.special.Exponential;
import org.spolia.symbolic.special.GammaFunction;
import org.spolia.symbolic.special.HyperbolicSine;
import org.spolia.symbolic.special.HyperbolicTangent;
import org.spolia.symbolic.special.InverseHyperbolic;
import org.spolia.symbolic.special.LambertFunction;
import org.spolia.symbolic.special.Logarithm;
import org.spolia.symbolic.special.Placebo;
import org.spolia.symbolic.special.Power;
import org.spolia.symbolic.special.Saturation;
import org.spolia.symbolic.special.ShiftedLogarithm;
import org.spolia.symbolic.special.Sine;
import org.spolia.symbolic.special.Tangent;

/** The loops in plain Java: used without the Vector API, and the reference for the vector loops. */
public final class ScalarKernels implements Kernels {
    private static final int LANES = Sample.LANES;

    /** Applies an operator of arity 1 at one point. */
    static double apply(int opcode, double x) {
        return switch (opcode) {
            case Opcode.NEG -> -x;
            case Opcode.INV -> 1 / x;
            case Opcode.ABS -> Math.abs(x);
            case Opcode.SQUARE -> x * x;
            case Opcode.CUBE -> x * x * x;
            case Opcode.SQRT -> Math.sqrt(x);
            case Opcode.EXP -> Exponential.exp(x);
            case Opcode.LOG -> Logarithm.log(x);
            case Opcode.SIN -> Sine.sin(x);
            case Opcode.COS -> Sine.cos(x);
            case Opcode.TANH -> HyperbolicTangent.tanh(x);
            case Opcode.ASIN -> ArcSine.asin(x);
            case Opcode.ATAN -> ArcTangent.atan(x);
            case Opcode.LI2 -> Dilogarithm.li2(x);
            case Opcode.TAN -> Tangent.tan(x);
            case Opcode.ACOS -> ArcSine.acos(x);
            case Opcode.SINH -> HyperbolicSine.sinh(x);
            case Opcode.COSH -> HyperbolicSine.cosh(x);
            case Opcode.LOG2 -> CommonLogarithm.log2(x);
            case Opcode.LOG10 -> CommonLogarithm.log10(x);
            case Opcode.CBRT -> CubeRoot.cbrt(x);
            case Opcode.ERF -> ErrorFunction.erf(x);
            case Opcode.ERFC -> ErrorFunction.erfc(x);
            case Opcode.ASINH -> InverseHyperbolic.asinh(x);
            case Opcode.ACOSH -> InverseHyperbolic.acosh(x);
            case Opcode.ATANH -> InverseHyperbolic.atanh(x);
            case Opcode.LOG1P -> ShiftedLogarithm.log1p(x);
            case Opcode.GAMMA -> GammaFunction.gamma(x);
            case Opcode.LGAMMA -> GammaFunction.lgamma(x);
            case Opcode.J0 -> Bessel.j0(x);
            case Opcode.J1 -> Bessel.j1(x);
            case Opcode.LAMBERTW -> LambertFunction.lambertw(x);
            case Opcode.LOGISTIC -> Saturation.logistic(x);
            case Opcode.SATURATION -> Saturation.hyperbola(x);
            case Opcode.RELU -> Saturation.relu(x);
            case Opcode.SIGN -> Math.signum(x);
            case Opcode.FLOOR -> Math.floor(x);
            case Opcode.CEIL -> Math.ceil(x);
            case Opcode.ROUND -> Math.rint(x);
            case Opcode.SINC -> CardinalSine.sinc(x);
            case Opcode.PLACEBO_1 -> Placebo.ONE.value(x);
            case Opcode.PLACEBO_2 -> Placebo.TWO.value(x);
            case Opcode.PLACEBO_3 -> Placebo.THREE.value(x);
            default -> throw missing(opcode);
        };
    }

    /** Applies an operator of arity 2 at one point. */
    static double apply(int opcode, double x, double y) {
        return switch (opcode) {
            case Opcode.ADD -> x + y;
            case Opcode.SUB -> x - y;
            case Opcode.MUL -> x * y;
            case Opcode.DIV -> x / y;
            case Opcode.POW -> Power.pow(x, y);
            case Opcode.MAX -> Math.max(x, y);
            case Opcode.MIN -> Math.min(x, y);
            case Opcode.MOD -> Comparisons.mod(x, y);
            case Opcode.GREATER -> Comparisons.greater(x, y);
            case Opcode.GREATER_EQUAL -> Comparisons.greaterOrEqual(x, y);
            case Opcode.LESS -> Comparisons.greater(y, x);
            case Opcode.LESS_EQUAL -> Comparisons.greaterOrEqual(y, x);
            case Opcode.LOGICAL_OR -> Comparisons.or(x, y);
            case Opcode.LOGICAL_AND -> Comparisons.and(x, y);
            case Opcode.COND -> Comparisons.cond(x, y);
            default -> throw missing(opcode);
        };
    }

    @Override
    public int vectorBits() {
        return 0;
    }

    @Override
    public void unary(int opcode, double[] x, double[] out, int rows) {
        switch (opcode) {
            case Opcode.NEG -> ScalarLoops.neg(x, out, rows);
            case Opcode.INV -> ScalarLoops.inv(x, out, rows);
            case Opcode.ABS -> ScalarLoops.abs(x, out, rows);
            case Opcode.SQUARE -> ScalarLoops.square(x, out, rows);
            case Opcode.CUBE -> ScalarLoops.cube(x, out, rows);
            case Opcode.SQRT -> ScalarLoops.sqrt(x, out, rows);
            case Opcode.EXP -> ScalarLoops.exp(x, out, rows);
            case Opcode.LOG -> ScalarLoops.log(x, out, rows);
            case Opcode.SIN -> ScalarLoops.sin(x, out, rows);
            case Opcode.COS -> ScalarLoops.cos(x, out, rows);
            case Opcode.TANH -> ScalarLoops.tanh(x, out, rows);
            case Opcode.ASIN -> ScalarLoops.asin(x, out, rows);
            case Opcode.ATAN -> ScalarLoops.atan(x, out, rows);
            case Opcode.LI2 -> ScalarLoops.li2(x, out, rows);
            case Opcode.TAN -> ScalarLoops.tan(x, out, rows);
            case Opcode.ACOS -> ScalarLoops.acos(x, out, rows);
            case Opcode.SINH -> ScalarLoops.sinh(x, out, rows);
            case Opcode.COSH -> ScalarLoops.cosh(x, out, rows);
            case Opcode.LOG2 -> ScalarLoops.log2(x, out, rows);
            case Opcode.LOG10 -> ScalarLoops.log10(x, out, rows);
            case Opcode.CBRT -> ScalarLoops.cbrt(x, out, rows);
            case Opcode.ERF -> ScalarLoops.erf(x, out, rows);
            case Opcode.ERFC -> ScalarLoops.erfc(x, out, rows);
            case Opcode.ASINH -> ScalarLoops.asinh(x, out, rows);
            case Opcode.ACOSH -> ScalarLoops.acosh(x, out, rows);
            case Opcode.ATANH -> ScalarLoops.atanh(x, out, rows);
            case Opcode.LOG1P -> ScalarLoops.log1p(x, out, rows);
            case Opcode.GAMMA -> ScalarLoops.gamma(x, out, rows);
            case Opcode.LGAMMA -> ScalarLoops.lgamma(x, out, rows);
            case Opcode.J0 -> ScalarLoops.j0(x, out, rows);
            case Opcode.J1 -> ScalarLoops.j1(x, out, rows);
            case Opcode.LAMBERTW -> ScalarLoops.lambertw(x, out, rows);
            case Opcode.LOGISTIC -> ScalarLoops.logistic(x, out, rows);
            case Opcode.SATURATION -> ScalarLoops.saturation(x, out, rows);
            case Opcode.RELU -> ScalarLoops.relu(x, out, rows);
            case Opcode.SIGN -> ScalarLoops.sign(x, out, rows);
            case Opcode.FLOOR -> ScalarLoops.floor(x, out, rows);
            case Opcode.CEIL -> ScalarLoops.ceil(x, out, rows);
            case Opcode.ROUND -> ScalarLoops.round(x, out, rows);
            case Opcode.SINC -> ScalarLoops.sinc(x, out, rows);
            case Opcode.PLACEBO_1 -> ScalarLoops.placebo(Placebo.ONE, x, out, rows);
            case Opcode.PLACEBO_2 -> ScalarLoops.placebo(Placebo.TWO, x, out, rows);
            case Opcode.PLACEBO_3 -> ScalarLoops.placebo(Placebo.THREE, x, out, rows);
            default -> throw missing(opcode);
        }
    }

    @Override
    public void binary(int opcode, double[] x, double[] y, double[] out, int rows) {
        switch (opcode) {
            case Opcode.ADD -> ScalarLoops.add(x, y, out, rows);
            case Opcode.SUB -> ScalarLoops.sub(x, y, out, rows);
            case Opcode.MUL -> ScalarLoops.mul(x, y, out, rows);
            case Opcode.DIV -> ScalarLoops.div(x, y, out, rows);
            case Opcode.POW -> ScalarLoops.pow(x, y, out, rows);
            case Opcode.MAX -> ScalarLoops.max(x, y, out, rows);
            case Opcode.MIN -> ScalarLoops.min(x, y, out, rows);
            case Opcode.MOD -> ScalarLoops.mod(x, y, out, rows);
            case Opcode.GREATER -> ScalarLoops.greater(x, y, out, rows);
            case Opcode.GREATER_EQUAL -> ScalarLoops.greaterOrEqual(x, y, out, rows);
            case Opcode.LESS -> ScalarLoops.greater(y, x, out, rows);
            case Opcode.LESS_EQUAL -> ScalarLoops.greaterOrEqual(y, x, out, rows);
            case Opcode.LOGICAL_OR -> ScalarLoops.or(x, y, out, rows);
            case Opcode.LOGICAL_AND -> ScalarLoops.and(x, y, out, rows);
            case Opcode.COND -> ScalarLoops.cond(x, y, out, rows);
            default -> throw missing(opcode);
        }
    }

    @Override
    public void binary(int opcode, double[] x, double y, double[] out, int rows) {
        switch (opcode) {
            case Opcode.ADD -> ScalarLoops.add(x, y, out, rows);
            case Opcode.SUB -> ScalarLoops.sub(x, y, out, rows);
            case Opcode.MUL -> ScalarLoops.mul(x, y, out, rows);
            case Opcode.DIV -> ScalarLoops.div(x, y, out, rows);
            case Opcode.POW -> ScalarLoops.pow(x, y, out, rows);
            case Opcode.MAX -> ScalarLoops.max(x, y, out, rows);
            case Opcode.MIN -> ScalarLoops.min(x, y, out, rows);
            case Opcode.MOD -> ScalarLoops.mod(x, y, out, rows);
            case Opcode.GREATER -> ScalarLoops.greater(x, y, out, rows);
            case Opcode.GREATER_EQUAL -> ScalarLoops.greaterOrEqual(x, y, out, rows);
            case Opcode.LESS -> ScalarLoops.greater(y, x, out, rows);
            case Opcode.LESS_EQUAL -> ScalarLoops.greaterOrEqual(y, x, out, rows);
            case Opcode.LOGICAL_OR -> ScalarLoops.or(x, y, out, rows);
            case Opcode.LOGICAL_AND -> ScalarLoops.and(x, y, out, rows);
            case Opcode.COND -> ScalarLoops.cond(x, y, out, rows);
            default -> throw missing(opcode);
        }
    }

    @Override
    public void binary(int opcode, double x, double[] y, double[] out, int rows) {
        switch (opcode) {
            case Opcode.ADD -> ScalarLoops.add(x, y, out, rows);
            case Opcode.SUB -> ScalarLoops.sub(x, y, out, rows);
            case Opcode.MUL -> ScalarLoops.mul(x, y, out, rows);
            case Opcode.DIV -> ScalarLoops.div(x, y, out, rows);
            case Opcode.POW -> ScalarLoops.pow(x, y, out, rows);
            case Opcode.MAX -> ScalarLoops.max(y, x, out, rows);
            case Opcode.MIN -> ScalarLoops.min(y, x, out, rows);
            case Opcode.MOD -> ScalarLoops.mod(x, y, out, rows);
            case Opcode.GREATER -> ScalarLoops.greater(x, y, out, rows);
            case Opcode.GREATER_EQUAL -> ScalarLoops.greaterOrEqual(x, y, out, rows);
            case Opcode.LESS -> ScalarLoops.greater(y, x, out, rows);
            case Opcode.LESS_EQUAL -> ScalarLoops.greaterOrEqual(y, x, out, rows);
            case Opcode.LOGICAL_OR -> ScalarLoops.or(y, x, out, rows);
            case Opcode.LOGICAL_AND -> ScalarLoops.and(y, x, out, rows);
            case Opcode.COND -> ScalarLoops.cond(x, y, out, rows);
            default -> throw missing(opcode);
        }
    }

    static IllegalStateException missing(int opcode) {
        return new IllegalStateException("Opcode " + opcode + " has no kernel");
    }

    @Override
    public void residualSquares(double[] f, double[] y, int rows, double[] sums) {
        for (int row = 0; row < rows; row++) {
            double difference = f[row] - y[row];
            sums[row % LANES] = Math.fma(difference, difference, sums[row % LANES]);
        }
    }

    @Override
    public void scaledResidualSquares(
            double[] f, double[] y, double shift, double slope, double intercept, int rows, double[] sums) {
        for (int row = 0; row < rows; row++) {
            double residual = Math.fma(f[row] - shift, -slope, y[row] - intercept);
            sums[row % LANES] = Math.fma(residual, residual, sums[row % LANES]);
        }
    }

    @Override
    public void moments(double[] f, double[] y, double shift, int rows, double[] sums) {
        for (int row = 0; row < rows; row++) {
            int lane = row % LANES;
            double value = f[row] - shift;
            sums[lane] += value;
            sums[LANES + lane] = Math.fma(value, value, sums[LANES + lane]);
            sums[2 * LANES + lane] = Math.fma(value, y[row], sums[2 * LANES + lane]);
        }
    }

    @Override
    public void dot(double[] x, double[] y, int rows, double[] sums, int offset) {
        for (int row = 0; row < rows; row++) {
            int lane = offset + row % LANES;
            sums[lane] = Math.fma(x[row], y[row], sums[lane]);
        }
    }

    @Override
    public void sum(double[] x, int rows, double[] sums, int offset) {
        for (int row = 0; row < rows; row++) {
            sums[offset + row % LANES] += x[row];
        }
    }

    @Override
    public void residual(double[] f, double[] y, double shift, double slope, double intercept, int rows, double[] out) {
        for (int row = 0; row < rows; row++) {
            out[row] = Math.fma(f[row] - shift, -slope, y[row] - intercept);
        }
    }
}
