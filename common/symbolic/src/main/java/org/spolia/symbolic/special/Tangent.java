package org.spolia.symbolic.special;

import static org.spolia.symbolic.special.Sine.HALF_PI_1;
import static org.spolia.symbolic.special.Sine.HALF_PI_2;
import static org.spolia.symbolic.special.Sine.HALF_PI_3;

/**
 * The tangent, within 2 ulp; NaN at the infinities.
 *
 * <p>The argument is reduced as in {@link Sine} to |x| = q pi/2 + r + l; t = tan(r) = r + r z T(z) with z = r^2, and
 * the result is t for even q, -1 / t for odd q.
 */
public final class Tangent {

    static final double T0 = 0.33333333333333376;
    static final double T1 = 0.133333333333262;
    static final double T2 = 0.05396825397244198;
    static final double T3 = 0.021869488411806023;
    static final double T4 = 0.008863237722344292;
    static final double T5 = 0.0035921029506324528;
    static final double T6 = 0.0014560309725300598;
    static final double T7 = 0.0005889366715954589;
    static final double T8 = 0.0002434964274530056;
    static final double T9 = 8.420465418007188e-05;
    static final double T10 = 6.605559121635783e-05;
    static final double T11 = -2.416965321508862e-05;
    static final double T12 = 4.742215952248808e-05;
    static final double T13 = -2.3676618493186247e-05;
    static final double T14 = 9.666927653627185e-06;

    private Tangent() {}

    public static double tan(double x) {
        double a = Math.abs(x);
        if (!(a < Sine.LIMIT)) {
            return StrictMath.tan(x);
        }
        double shifted = Math.fma(a, Sine.TWO_OVER_PI, Bits.ROUND);
        double k = shifted - Bits.ROUND;
        double d = Math.fma(k, -HALF_PI_1, a);
        double r = Math.fma(k, -HALF_PI_2, d);
        double low = Math.fma(k, -HALF_PI_3, Math.fma(k, -HALF_PI_2, d - r));
        double z = r * r;
        double w = z * z;
        double even = Math.fma(
                Math.fma(
                        Math.fma(Math.fma(Math.fma(Math.fma(Math.fma(w, T14, T12), w, T10), w, T8), w, T6), w, T4),
                        w,
                        T2),
                w,
                T0);
        double odd = Math.fma(
                Math.fma(Math.fma(Math.fma(Math.fma(Math.fma(w, T13, T11), w, T9), w, T7), w, T5), w, T3), w, T1);
        double t = r + Math.fma(r * z, Math.fma(odd, z, even), low);
        boolean inverse = (Double.doubleToRawLongBits(shifted) & 1) != 0;
        double y = inverse ? -1 / t : t;
        long sign = Double.doubleToRawLongBits(x) & Bits.SIGN;
        return Double.longBitsToDouble(Double.doubleToRawLongBits(y) ^ sign);
    }
}
