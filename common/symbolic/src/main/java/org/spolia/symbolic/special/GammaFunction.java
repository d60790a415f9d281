package org.spolia.symbolic.special;

/**
 * The gamma function, its logarithm and its logarithmic derivative.
 *
 * <p>Between 1 and 2 a Chebyshev series; from there up to 12 the recurrence, beyond it Stirling's series, and below
 * zero the reflection (Abramowitz and Stegun, 6.1.17, 6.1.40, 6.3.18). gamma is within 8 ulp for positive arguments and
 * 64 ulp for negative ones, lgamma within 8e-16 of the larger of 1 and its magnitude.
 */
public final class GammaFunction {
    private static final double STIRLING = 12;
    private static final double OVERFLOW = 171.7;
    private static final double HALF_LOG_TWO_PI = 0.9189385332046728;
    private static final double ROOT_TWO_PI = 2.5066282746310007;

    /** 1 / gamma(x), x from 1 to 2. */
    static final double[] RECIPROCAL = {
        1.063773007805262, -0.004985587286840036, -0.06419254361091582,
        0.005065798640286087, 0.0004166091387096889, -8.048141249784711e-05,
        2.960011775188017e-06, 2.6897599644059546e-07, -3.3396463068683694e-08,
        1.0896538645441867e-09, 5.13850186324227e-11, -6.600741004112952e-12,
        2.4769163034825414e-13, 2.2003907817225954e-15, -6.707186064779082e-16,
        3.1317345823123396e-17
    };

    /** log gamma(x) / ((x - 1) (x - 2)), x from 1 to 2. */
    static final double[] LOGARITHM = {
        0.49141539302938714,
        -0.07611416167043585,
        0.008432324965932778,
        -0.001079493726328608,
        0.00014900748003692963,
        -2.1512399888556784e-05,
        3.1979329860862186e-06,
        -4.851693012139927e-07,
        7.47148782116316e-08,
        -1.1638296700170518e-08,
        1.829400437118668e-09,
        -2.8969180607129607e-10,
        4.61570140620909e-11,
        -7.392810230497983e-12,
        1.1894280008333085e-12,
        -1.9212068676522805e-13,
        3.113975526387164e-14,
        -5.0628432984486114e-15,
        8.254150281631144e-16,
        -1.3490578987574844e-16,
        2.209876116782623e-17,
        -3.6274129549239766e-18
    };

    private GammaFunction() {}

    /** Infinite at 0, NaN at negative integers. */
    public static double gamma(double x) {
        if (x >= OVERFLOW) {
            return Double.POSITIVE_INFINITY;
        }
        if (x >= STIRLING) {
            double root = Power.pow(x, 0.5 * x - 0.25);
            return root * Exponential.exp(-x) * root * (ROOT_TWO_PI * Exponential.exp(correction(x)));
        }
        if (x >= 1) {
            double product = 1;
            double y = x;
            while (y > 2) {
                y -= 1;
                product *= y;
            }
            return product / reciprocal(y);
        }
        if (x >= 0) {
            return 1 / (x * Chebyshev.sum(RECIPROCAL, Math.fma(2, x, -1)));
        }
        if (!(x < 0) || x == Math.rint(x)) {
            return Double.NaN;
        }
        return Math.PI / (sineOfTurns(x) * gamma(1 - x));
    }

    /** The logarithm of the magnitude of gamma: infinite at 0 and at negative integers. */
    public static double lgamma(double x) {
        if (x > Double.MAX_VALUE) {
            return x;
        }
        if (x >= STIRLING) {
            return Math.fma(x - 0.5, Logarithm.log(x), HALF_LOG_TWO_PI - x + correction(x));
        }
        if (x >= 1) {
            double product = 1;
            double y = x;
            while (y > 2) {
                y -= 1;
                product *= y;
            }
            return Logarithm.log(product) + logarithm(y);
        }
        if (x > 0) {
            // The logarithm at x + 1, whose sum is not rounded here.
            return x * (x - 1) * Chebyshev.sum(LOGARITHM, Math.fma(2, x, -1)) - Logarithm.log(x);
        }
        if (!(x <= 0)) {
            return Double.NaN;
        }
        return Logarithm.log(Math.PI / Math.abs(sineOfTurns(x))) - lgamma(1 - x);
    }

    /** The derivative of {@link #lgamma}. */
    public static double digamma(double x) {
        if (x <= 0) {
            return digamma(1 - x) - Math.PI / Tangent.tan(Math.PI * (x - Math.rint(x)));
        }
        double sum = 0;
        double y = x;
        while (y < STIRLING) {
            sum += 1 / y;
            y += 1;
        }
        double z = 1 / (y * y);
        double series = Math.fma(z, -691.0 / 32760, 1.0 / 132);
        series = Math.fma(z, series, -1.0 / 240);
        series = Math.fma(z, series, 1.0 / 252);
        series = Math.fma(z, series, -1.0 / 120);
        series = Math.fma(z, series, 1.0 / 12);
        return Logarithm.log(y) - 0.5 / y - z * series - sum;
    }

    private static double reciprocal(double y) {
        return Chebyshev.sum(RECIPROCAL, Math.fma(2, y, -3));
    }

    private static double logarithm(double y) {
        return (y - 1) * (y - 2) * Chebyshev.sum(LOGARITHM, Math.fma(2, y, -3));
    }

    private static double correction(double x) {
        double z = 1 / (x * x);
        double series = Math.fma(z, 1.0 / 156, -691.0 / 360360);
        series = Math.fma(z, series, 1.0 / 1188);
        series = Math.fma(z, series, -1.0 / 1680);
        series = Math.fma(z, series, 1.0 / 1260);
        series = Math.fma(z, series, -1.0 / 360);
        series = Math.fma(z, series, 1.0 / 12);
        return series / x;
    }

    /** sin(pi x). Whole turns are removed before they cost digits. */
    private static double sineOfTurns(double x) {
        double turns = Math.rint(x);
        double sine = Sine.sin(Math.PI * (x - turns));
        return turns == 2 * Math.rint(turns / 2) ? sine : -sine;
    }
}
