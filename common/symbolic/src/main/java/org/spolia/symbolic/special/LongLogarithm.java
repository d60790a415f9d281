package org.spolia.symbolic.special;

/**
 * A natural logarithm as the unevaluated sum of two doubles, with a relative error of about 2^-63, which the exponent
 * of a power turns into one ulp at most.
 *
 * <p>The series is that of {@link Logarithm}, 2 s + s z (2/3 + z T(z)), with s, z and the first term of the bracket
 * carried in two parts; products are split exactly by the fused multiply-add, sums by Dekker's fast two-sum.
 */
record LongLogarithm(double high, double low) {

    static final double TWO_THIRDS_HIGH = 0.6666666666666666;
    static final double TWO_THIRDS_LOW = 3.700743415417188e-17;

    static final double T0 = 0.4000000000000238;
    static final double T1 = 0.2857142857005005;
    static final double T2 = 0.22222222527659455;
    static final double T3 = 0.1818178376138055;
    static final double T4 = 0.15386782700756746;
    static final double T5 = 0.13256274152312378;
    static final double T6 = 0.13201014951598836;

    /** For positive normal x; `bias` undoes the scaling of x. */
    static LongLogarithm of(double x, double bias) {
        long carried = Double.doubleToRawLongBits(x) + Logarithm.CARRY;
        double k = Double.longBitsToDouble(carried >>> Bits.EXPONENT_SHIFT | Bits.TWO_52_BITS) - bias;
        double m = Double.longBitsToDouble((carried & Bits.FRACTION) + Logarithm.SQRT_HALF);
        double f = m - 1;
        double g = m + 1;
        double gLow = m - (g - 1);
        double inverse = 1 / g;
        double s = f * inverse;
        double sLow = Math.fma(-s, gLow, Math.fma(-s, g, f)) * inverse;
        double z = s * s;
        double zLow = Math.fma(s, s, -z);
        double cube = s * z;
        double cubeLow = Math.fma(s, zLow, Math.fma(s, z, -cube));
        double v = cube * TWO_THIRDS_HIGH;
        double vLow = Math.fma(cube, TWO_THIRDS_HIGH, -v);
        double rest = Math.fma(cubeLow, TWO_THIRDS_HIGH, Math.fma(cube, TWO_THIRDS_LOW, vLow));
        rest = Math.fma(cube, tail(z), rest);
        rest = Math.fma(2, Math.fma(sLow, z, sLow), rest);
        double twice = s + s;
        double h = twice + v;
        double l = twice - h + v;
        double whole = k * Logarithm.LN_2_HIGH;
        double high = whole + h;
        return new LongLogarithm(high, whole - high + h + (l + Math.fma(k, Logarithm.LN_2_LOW, rest)));
    }

    /** z T(z). */
    private static double tail(double z) {
        double w = z * z;
        double even = Math.fma(Math.fma(Math.fma(w, T6, T4), w, T2), w, T0);
        double odd = Math.fma(Math.fma(w, T5, T3), w, T1);
        return Math.fma(odd, z, even) * z;
    }
}
