package org.spolia.symbolic.special;

/**
 * The arc tangent, within 1 ulp on the whole line.
 *
 * <p>atan(q) = q + q z A(z), z = q^2, for q = |x| up to 1; beyond, atan|x| = pi/2 + atan(q) with q = -1 / |x|. The sum
 * is computed as 3/4 q + q (1/4 + z A(z)), because the second term is small where q is large. The low coefficients are
 * summed by Horner's rule, whose partial sums are smaller than those of the even and the odd part.
 */
public final class ArcTangent {

    static final double HALF_PI = ArcSine.HALF_PI;
    static final double HALF_PI_LOW = ArcSine.HALF_PI_LOW;
    /** From here on the result rounds to pi/2. An infinite divisor would leave no meaningful remainder. */
    static final double CLAMP = 0x1p100;
    /** The derivative 1 / (1 + q^2), roughly, where the rounding of the quotient matters. */
    static final double SLOPE = 0.6;

    static final double A0 = -0.3333333333333302;
    static final double A1 = 0.19999999999944268;
    static final double A2 = -0.14285714282181675;
    static final double A3 = 0.11111110995908832;
    static final double A4 = -0.09090906812665642;
    static final double A5 = 0.07692277677819165;
    static final double A6 = -0.06666386806559987;
    static final double A7 = 0.058804272191223445;
    static final double A8 = -0.052530783065543436;
    static final double A9 = 0.047208494315127504;
    static final double A10 = -0.04215367849911121;
    static final double A11 = 0.03656514353516968;
    static final double A12 = -0.02978335206593911;
    static final double A13 = 0.021838074673802617;
    static final double A14 = -0.013763346705652345;
    static final double A15 = 0.007099985521128468;
    static final double A16 = -0.0028355190990207095;
    static final double A17 = 0.000813964717957847;
    static final double A18 = -0.0001484183162562475;
    static final double A19 = 1.2851805242405935e-05;

    private ArcTangent() {}

    public static double atan(double x) {
        double a = Math.abs(x);
        if (a > CLAMP) {
            a = CLAMP;
        }
        boolean large = a > 1;
        double numerator = large ? 1 : a;
        double denominator = large ? -a : 1;
        double q = numerator / denominator;
        double qLow = Math.fma(-q, denominator, numerator) * (q * SLOPE);
        double start = large ? HALF_PI : 0;
        double startLow = large ? HALF_PI_LOW : 0;
        double z = q * q;
        double w = z * z;
        double even = Math.fma(Math.fma(Math.fma(w, A18, A16), w, A14), w, A12);
        double odd = Math.fma(Math.fma(Math.fma(w, A19, A17), w, A15), w, A13);
        double p = Math.fma(odd, z, even);
        p = Math.fma(p, z, A11);
        p = Math.fma(p, z, A10);
        p = Math.fma(p, z, A9);
        p = Math.fma(p, z, A8);
        p = Math.fma(p, z, A7);
        p = Math.fma(p, z, A6);
        p = Math.fma(p, z, A5);
        p = Math.fma(p, z, A4);
        p = Math.fma(p, z, A3);
        p = Math.fma(p, z, A2);
        p = Math.fma(p, z, A1);
        p = Math.fma(p, z, A0);
        double rest = Math.fma(p, z, 0.25);
        double t = Math.fma(q, 0.75, start);
        double tLow = Math.fma(q, 0.75, start - t) + (startLow + qLow);
        double y = t + Math.fma(q, rest, tLow);
        return Math.copySign(y, x);
    }
}
