package org.spolia.symbolic.special;

/** The inverse hyperbolic functions, within 4 ulp, from log(1 + x). */
public final class InverseHyperbolic {
    private static final double LARGE = 0x1p28;
    private static final double LN_2 = 0.6931471805599453;

    private InverseHyperbolic() {}

    public static double asinh(double x) {
        double a = Math.abs(x);
        if (a > LARGE) {
            return Math.copySign(Logarithm.log(a) + LN_2, x);
        }
        double square = a * a;
        return Math.copySign(ShiftedLogarithm.log1p(a + square / (1 + Math.sqrt(square + 1))), x);
    }

    /** NaN below 1. */
    public static double acosh(double x) {
        if (!(x >= 1)) {
            return Double.NaN;
        }
        if (x > LARGE) {
            return Logarithm.log(x) + LN_2;
        }
        double t = x - 1;
        return ShiftedLogarithm.log1p(t + Math.sqrt(Math.fma(t, t, 2 * t)));
    }

    /** Infinite at 1 and -1, NaN beyond. */
    public static double atanh(double x) {
        double a = Math.abs(x);
        return Math.copySign(0.5 * ShiftedLogarithm.log1p(2 * a / (1 - a)), x);
    }
}
