package org.spolia.symbolic.evaluation;

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

/**
 * The loops in plain Java, one for each operator and form of operands, so that the compiler sees a single operation in
 * each. The compiler vectorises the arithmetic loops without changing bits.
 */
final class ScalarLoops {
    private ScalarLoops() {}

    static void neg(double[] x, double[] out, int rows) {
        for (int row = 0; row < rows; row++) {
            out[row] = -x[row];
        }
    }

    static void inv(double[] x, double[] out, int rows) {
        for (int row = 0; row < rows; row++) {
            out[row] = 1 / x[row];
        }
    }

    static void abs(double[] x, double[] out, int rows) {
        for (int row = 0; row < rows; row++) {
            out[row] = Math.abs(x[row]);
        }
    }

    static void square(double[] x, double[] out, int rows) {
        for (int row = 0; row < rows; row++) {
            out[row] = x[row] * x[row];
        }
    }

    static void cube(double[] x, double[] out, int rows) {
        for (int row = 0; row < rows; row++) {
            out[row] = x[row] * x[row] * x[row];
        }
    }

    static void sqrt(double[] x, double[] out, int rows) {
        for (int row = 0; row < rows; row++) {
            out[row] = Math.sqrt(x[row]);
        }
    }

    static void exp(double[] x, double[] out, int rows) {
        for (int row = 0; row < rows; row++) {
            out[row] = Exponential.exp(x[row]);
        }
    }

    static void log(double[] x, double[] out, int rows) {
        for (int row = 0; row < rows; row++) {
            out[row] = Logarithm.log(x[row]);
        }
    }

    static void sin(double[] x, double[] out, int rows) {
        for (int row = 0; row < rows; row++) {
            out[row] = Sine.sin(x[row]);
        }
    }

    static void cos(double[] x, double[] out, int rows) {
        for (int row = 0; row < rows; row++) {
            out[row] = Sine.cos(x[row]);
        }
    }

    static void tanh(double[] x, double[] out, int rows) {
        for (int row = 0; row < rows; row++) {
            out[row] = HyperbolicTangent.tanh(x[row]);
        }
    }

    static void asin(double[] x, double[] out, int rows) {
        for (int row = 0; row < rows; row++) {
            out[row] = ArcSine.asin(x[row]);
        }
    }

    static void atan(double[] x, double[] out, int rows) {
        for (int row = 0; row < rows; row++) {
            out[row] = ArcTangent.atan(x[row]);
        }
    }

    static void li2(double[] x, double[] out, int rows) {
        for (int row = 0; row < rows; row++) {
            out[row] = Dilogarithm.li2(x[row]);
        }
    }

    static void tan(double[] x, double[] out, int rows) {
        for (int row = 0; row < rows; row++) {
            out[row] = Tangent.tan(x[row]);
        }
    }

    static void acos(double[] x, double[] out, int rows) {
        for (int row = 0; row < rows; row++) {
            out[row] = ArcSine.acos(x[row]);
        }
    }

    static void sinh(double[] x, double[] out, int rows) {
        for (int row = 0; row < rows; row++) {
            out[row] = HyperbolicSine.sinh(x[row]);
        }
    }

    static void cosh(double[] x, double[] out, int rows) {
        for (int row = 0; row < rows; row++) {
            out[row] = HyperbolicSine.cosh(x[row]);
        }
    }

    static void log2(double[] x, double[] out, int rows) {
        for (int row = 0; row < rows; row++) {
            out[row] = CommonLogarithm.log2(x[row]);
        }
    }

    static void log10(double[] x, double[] out, int rows) {
        for (int row = 0; row < rows; row++) {
            out[row] = CommonLogarithm.log10(x[row]);
        }
    }

    static void cbrt(double[] x, double[] out, int rows) {
        for (int row = 0; row < rows; row++) {
            out[row] = CubeRoot.cbrt(x[row]);
        }
    }

    static void erf(double[] x, double[] out, int rows) {
        for (int row = 0; row < rows; row++) {
            out[row] = ErrorFunction.erf(x[row]);
        }
    }

    static void erfc(double[] x, double[] out, int rows) {
        for (int row = 0; row < rows; row++) {
            out[row] = ErrorFunction.erfc(x[row]);
        }
    }

    static void asinh(double[] x, double[] out, int rows) {
        for (int row = 0; row < rows; row++) {
            out[row] = InverseHyperbolic.asinh(x[row]);
        }
    }

    static void acosh(double[] x, double[] out, int rows) {
        for (int row = 0; row < rows; row++) {
            out[row] = InverseHyperbolic.acosh(x[row]);
        }
    }

    static void atanh(double[] x, double[] out, int rows) {
        for (int row = 0; row < rows; row++) {
            out[row] = InverseHyperbolic.atanh(x[row]);
        }
    }

    static void log1p(double[] x, double[] out, int rows) {
        for (int row = 0; row < rows; row++) {
            out[row] = ShiftedLogarithm.log1p(x[row]);
        }
    }

    static void gamma(double[] x, double[] out, int rows) {
        for (int row = 0; row < rows; row++) {
            out[row] = GammaFunction.gamma(x[row]);
        }
    }

    static void lgamma(double[] x, double[] out, int rows) {
        for (int row = 0; row < rows; row++) {
            out[row] = GammaFunction.lgamma(x[row]);
        }
    }

    static void j0(double[] x, double[] out, int rows) {
        for (int row = 0; row < rows; row++) {
            out[row] = Bessel.j0(x[row]);
        }
    }

    static void j1(double[] x, double[] out, int rows) {
        for (int row = 0; row < rows; row++) {
            out[row] = Bessel.j1(x[row]);
        }
    }

    static void lambertw(double[] x, double[] out, int rows) {
        for (int row = 0; row < rows; row++) {
            out[row] = LambertFunction.lambertw(x[row]);
        }
    }

    static void logistic(double[] x, double[] out, int rows) {
        for (int row = 0; row < rows; row++) {
            out[row] = Saturation.logistic(x[row]);
        }
    }

    static void saturation(double[] x, double[] out, int rows) {
        for (int row = 0; row < rows; row++) {
            out[row] = Saturation.hyperbola(x[row]);
        }
    }

    static void relu(double[] x, double[] out, int rows) {
        for (int row = 0; row < rows; row++) {
            out[row] = Saturation.relu(x[row]);
        }
    }

    static void sign(double[] x, double[] out, int rows) {
        for (int row = 0; row < rows; row++) {
            out[row] = Math.signum(x[row]);
        }
    }

    static void floor(double[] x, double[] out, int rows) {
        for (int row = 0; row < rows; row++) {
            out[row] = Math.floor(x[row]);
        }
    }

    static void ceil(double[] x, double[] out, int rows) {
        for (int row = 0; row < rows; row++) {
            out[row] = Math.ceil(x[row]);
        }
    }

    static void placebo(Placebo placebo, double[] x, double[] out, int rows) {
        for (int row = 0; row < rows; row++) {
            out[row] = placebo.value(x[row]);
        }
    }

    static void add(double[] x, double[] y, double[] out, int rows) {
        for (int row = 0; row < rows; row++) {
            out[row] = x[row] + y[row];
        }
    }

    static void add(double[] x, double y, double[] out, int rows) {
        for (int row = 0; row < rows; row++) {
            out[row] = x[row] + y;
        }
    }

    static void add(double x, double[] y, double[] out, int rows) {
        for (int row = 0; row < rows; row++) {
            out[row] = x + y[row];
        }
    }

    static void sub(double[] x, double[] y, double[] out, int rows) {
        for (int row = 0; row < rows; row++) {
            out[row] = x[row] - y[row];
        }
    }

    static void sub(double[] x, double y, double[] out, int rows) {
        for (int row = 0; row < rows; row++) {
            out[row] = x[row] - y;
        }
    }

    static void sub(double x, double[] y, double[] out, int rows) {
        for (int row = 0; row < rows; row++) {
            out[row] = x - y[row];
        }
    }

    static void mul(double[] x, double[] y, double[] out, int rows) {
        for (int row = 0; row < rows; row++) {
            out[row] = x[row] * y[row];
        }
    }

    static void mul(double[] x, double y, double[] out, int rows) {
        for (int row = 0; row < rows; row++) {
            out[row] = x[row] * y;
        }
    }

    static void mul(double x, double[] y, double[] out, int rows) {
        for (int row = 0; row < rows; row++) {
            out[row] = x * y[row];
        }
    }

    static void div(double[] x, double[] y, double[] out, int rows) {
        for (int row = 0; row < rows; row++) {
            out[row] = x[row] / y[row];
        }
    }

    static void div(double[] x, double y, double[] out, int rows) {
        for (int row = 0; row < rows; row++) {
            out[row] = x[row] / y;
        }
    }

    static void div(double x, double[] y, double[] out, int rows) {
        for (int row = 0; row < rows; row++) {
            out[row] = x / y[row];
        }
    }

    static void pow(double[] x, double[] y, double[] out, int rows) {
        for (int row = 0; row < rows; row++) {
            out[row] = Power.pow(x[row], y[row]);
        }
    }

    static void pow(double[] x, double y, double[] out, int rows) {
        for (int row = 0; row < rows; row++) {
            out[row] = Power.pow(x[row], y);
        }
    }

    static void pow(double x, double[] y, double[] out, int rows) {
        for (int row = 0; row < rows; row++) {
            out[row] = Power.pow(x, y[row]);
        }
    }

    static void round(double[] x, double[] out, int rows) {
        for (int row = 0; row < rows; row++) {
            out[row] = Math.rint(x[row]);
        }
    }

    static void sinc(double[] x, double[] out, int rows) {
        for (int row = 0; row < rows; row++) {
            out[row] = CardinalSine.sinc(x[row]);
        }
    }

    static void max(double[] x, double[] y, double[] out, int rows) {
        for (int row = 0; row < rows; row++) {
            out[row] = Math.max(x[row], y[row]);
        }
    }

    static void max(double[] x, double y, double[] out, int rows) {
        for (int row = 0; row < rows; row++) {
            out[row] = Math.max(x[row], y);
        }
    }

    static void min(double[] x, double[] y, double[] out, int rows) {
        for (int row = 0; row < rows; row++) {
            out[row] = Math.min(x[row], y[row]);
        }
    }

    static void min(double[] x, double y, double[] out, int rows) {
        for (int row = 0; row < rows; row++) {
            out[row] = Math.min(x[row], y);
        }
    }

    static void mod(double[] x, double[] y, double[] out, int rows) {
        for (int row = 0; row < rows; row++) {
            out[row] = Comparisons.mod(x[row], y[row]);
        }
    }

    static void mod(double[] x, double y, double[] out, int rows) {
        for (int row = 0; row < rows; row++) {
            out[row] = Comparisons.mod(x[row], y);
        }
    }

    static void mod(double x, double[] y, double[] out, int rows) {
        for (int row = 0; row < rows; row++) {
            out[row] = Comparisons.mod(x, y[row]);
        }
    }

    static void greater(double[] x, double[] y, double[] out, int rows) {
        for (int row = 0; row < rows; row++) {
            out[row] = Comparisons.greater(x[row], y[row]);
        }
    }

    static void greater(double[] x, double y, double[] out, int rows) {
        for (int row = 0; row < rows; row++) {
            out[row] = Comparisons.greater(x[row], y);
        }
    }

    static void greater(double x, double[] y, double[] out, int rows) {
        for (int row = 0; row < rows; row++) {
            out[row] = Comparisons.greater(x, y[row]);
        }
    }

    static void greaterOrEqual(double[] x, double[] y, double[] out, int rows) {
        for (int row = 0; row < rows; row++) {
            out[row] = Comparisons.greaterOrEqual(x[row], y[row]);
        }
    }

    static void greaterOrEqual(double[] x, double y, double[] out, int rows) {
        for (int row = 0; row < rows; row++) {
            out[row] = Comparisons.greaterOrEqual(x[row], y);
        }
    }

    static void greaterOrEqual(double x, double[] y, double[] out, int rows) {
        for (int row = 0; row < rows; row++) {
            out[row] = Comparisons.greaterOrEqual(x, y[row]);
        }
    }

    static void or(double[] x, double[] y, double[] out, int rows) {
        for (int row = 0; row < rows; row++) {
            out[row] = Comparisons.or(x[row], y[row]);
        }
    }

    static void or(double[] x, double y, double[] out, int rows) {
        for (int row = 0; row < rows; row++) {
            out[row] = Comparisons.or(x[row], y);
        }
    }

    static void and(double[] x, double[] y, double[] out, int rows) {
        for (int row = 0; row < rows; row++) {
            out[row] = Comparisons.and(x[row], y[row]);
        }
    }

    static void and(double[] x, double y, double[] out, int rows) {
        for (int row = 0; row < rows; row++) {
            out[row] = Comparisons.and(x[row], y);
        }
    }

    static void cond(double[] x, double[] y, double[] out, int rows) {
        for (int row = 0; row < rows; row++) {
            out[row] = Comparisons.cond(x[row], y[row]);
        }
    }

    static void cond(double[] x, double y, double[] out, int rows) {
        for (int row = 0; row < rows; row++) {
            out[row] = Comparisons.cond(x[row], y);
        }
    }

    static void cond(double x, double[] y, double[] out, int rows) {
        for (int row = 0; row < rows; row++) {
            out[row] = Comparisons.cond(x, y[row]);
        }
    }
}
