package org.spolia.symbolic.special;

/**
 * Arc sine and arc cosine, within 1 ulp; NaN outside -1 to 1.
 *
 * <p>For {@code |x| <= 1/2}, asin(x) = x + x z A(z) with z = x^2. Otherwise asin|x| = pi/2 - 2 asin(s) with s^2 = z =
 * (1 - |x|) / 2, which is exact. The rounding error of the square root is restored with 1 / (2 s) approximated by 3 - 4
 * s, which is accurate where it matters, near s = 1/2. And acos(x) = pi/2 - asin(x), the constants added first, so that
 * nothing cancels.
 */
public final class ArcSine {

    /** pi / 2 = HALF_PI + HALF_PI_LOW. */
    static final double HALF_PI = 1.5707963267948966;

    static final double HALF_PI_LOW = 6.123233995736766e-17;

    static final double A0 = 0.1666666666666676;
    static final double A1 = 0.07499999999971095;
    static final double A2 = 0.044642857174224136;
    static final double A3 = 0.03038194272950777;
    static final double A4 = 0.022372214318213676;
    static final double A5 = 0.017351624732641444;
    static final double A6 = 0.013980662389073067;
    static final double A7 = 0.011400238094136402;
    static final double A8 = 0.01077270078341017;
    static final double A9 = 0.0037352343200085705;
    static final double A10 = 0.021636856974466507;
    static final double A11 = -0.020898809490814328;
    static final double A12 = 0.03256583920152155;

    private ArcSine() {}

    public static double asin(double x) {
        return Math.copySign(arc(x, 1, 0, 0), x);
    }

    public static double acos(double x) {
        return arc(x, -1, HALF_PI, HALF_PI_LOW);
    }

    /** offset + factor * asin(x). */
    private static double arc(double x, double factor, double offset, double offsetLow) {
        double a = Math.abs(x);
        boolean large = a > 0.5;
        double z = large ? Math.fma(a, -0.5, 0.5) : a * a;
        double root = Math.sqrt(z);
        double rootLow = Math.fma(root, root, -z) * Math.fma(root, -8, 6);
        double w = z * z;
        double even = Math.fma(
                Math.fma(Math.fma(Math.fma(Math.fma(Math.fma(w, A12, A10), w, A8), w, A6), w, A4), w, A2), w, A0);
        double odd = Math.fma(Math.fma(Math.fma(Math.fma(Math.fma(w, A11, A9), w, A7), w, A5), w, A3), w, A1);
        double p = Math.fma(odd, z, even);
        double sign = Math.copySign(1, x) * factor;
        double start = Math.fma(large ? HALF_PI : 0, sign, offset);
        double startLow = Math.fma(large ? HALF_PI_LOW : 0, sign, offsetLow);
        double v = (large ? root * -2 : a) * sign;
        double t = start + v;
        double tLow = start - t + v + startLow;
        return t + Math.fma(v * z, p, Math.fma(large ? rootLow : 0, sign, tLow));
    }
}
