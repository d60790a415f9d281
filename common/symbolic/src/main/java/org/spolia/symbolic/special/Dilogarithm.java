package org.spolia.symbolic.special;

/**
 * The real part of the dilogarithm Li2(x) = - integral of log|1 - t| / t from 0 to x, on the whole real line, with an
 * error below 1e-15 max(1, |Li2(x)|); near 0 it is accurate relative to x.
 *
 * <p>The reflection Li2(x) + Li2(1 - x) = pi^2/6 - log(x) log(1 - x) and the inversion Li2(x) + Li2(1/x) = -pi^2/6 -
 * log(-x)^2 / 2 (Lewin, Polylogarithms and Associated Functions, 1981, chapter 1) lead to an argument y between -1 and
 * 1/2. There u = -log(1 - y) has the rapidly convergent series Li2(y) = u - u^2/4 + u^3 B(u^2).
 */
public final class Dilogarithm {

    static final double PI_SQUARED_OVER_6 = 1.6449340668482264;
    static final double PI_SQUARED_OVER_3 = 3.289868133696453;

    static final double B0 = 0.027777777777777776;
    static final double B1 = -0.0002777777777777219;
    static final double B2 = 4.724111866219527e-06;
    static final double B3 = -9.185772572583582e-08;
    static final double B4 = 1.8978683800877324e-09;
    static final double B5 = -4.060870530901023e-11;
    static final double B6 = 8.490992002222876e-13;

    private Dilogarithm() {}

    public static double li2(double x) {
        if (!(Math.abs(x) <= Double.MAX_VALUE)) {
            return Double.isNaN(x) ? x : Double.NEGATIVE_INFINITY;
        }
        boolean inverted = x > 2 || x < -1;
        boolean reflected = x > 0.5;
        double y = inverted ? 1 / x : reflected ? 1 - x : x;
        double w = 1 - y;
        double wLow = 1 - w - y;
        double u = -Math.fma(wLow, 2 - w, Logarithm.normal(w, Logarithm.BIAS));
        double size = Math.abs(inverted ? x : y);
        double k = Logarithm.power(size, Logarithm.BIAS);
        double rest = Logarithm.remainder(size, k);
        double v = Math.fma(k, Logarithm.LN_2_HIGH, rest);
        double vLow = Math.fma(k, Logarithm.LN_2_HIGH, -v) + rest;
        double z = u * u;
        double s = z * z;
        double even = Math.fma(Math.fma(Math.fma(B6, s, B4), s, B2), s, B0);
        double odd = Math.fma(Math.fma(B5, s, B3), s, B1);
        double series = Math.fma(Math.fma(Math.fma(odd, z, even), u, -0.25), z, u);
        double slope = inverted ? -v : reflected ? u : 0;
        double factor = inverted ? slope * 0.5 : slope;
        double start = reflected ? inverted ? PI_SQUARED_OVER_3 : PI_SQUARED_OVER_6 : inverted ? -PI_SQUARED_OVER_6 : 0;
        double sum = start + (inverted || reflected ? -series : series);
        return Math.fma(v, factor, Math.fma(vLow, slope, sum));
    }
}
