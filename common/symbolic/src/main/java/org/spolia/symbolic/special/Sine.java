package org.spolia.symbolic.special;

/**
 * Sine and cosine, within 1 ulp; NaN at the infinities.
 *
 * <p>|x| = q pi/2 + r + l with {@code |r| <= pi/4}, pi/2 in three parts (Cody and Waite) and l the rounding error of r.
 * If the quadrant requires a cosine, the same polynomial gives s = sin(r / 2) and cos(r) = 1 - 2 s^2; otherwise it
 * gives sin(r) = r + r z S(z), z = r^2. Beyond 2^20 in magnitude the parts do not suffice, and {@link StrictMath},
 * whose bits are specified, computes the result.
 */
public final class Sine {

    static final double LIMIT = 0x1p20;
    static final double TWO_OVER_PI = 0.6366197723675814;

    static final double HALF_PI_1 = 1.5707963267948966;
    /** 32 bits, so that q HALF_PI_2 is exact. */
    static final double HALF_PI_2 = 6.12323399667708e-17;

    static final double HALF_PI_3 = -9.403137205957857e-27;

    static final double S0 = -0.1666666666666663;
    static final double S1 = 0.008333333333321973;
    static final double S2 = -0.00019841269829520692;
    static final double S3 = 2.7557313607067274e-06;
    static final double S4 = -2.5050746453348854e-08;
    static final double S5 = 1.589618977343222e-10;

    private Sine() {}

    public static double sin(double x) {
        if (Math.abs(x) < LIMIT) {
            return turned(x, 0, Double.doubleToRawLongBits(x) & Bits.SIGN);
        }
        return StrictMath.sin(x);
    }

    public static double cos(double x) {
        if (Math.abs(x) < LIMIT) {
            return turned(x, 1, 0);
        }
        return StrictMath.cos(x);
    }

    /** The sine of |x| + quarters * pi/2, negated if `sign` is set. */
    private static double turned(double x, long quarters, long sign) {
        double a = Math.abs(x);
        double shifted = Math.fma(a, TWO_OVER_PI, Bits.ROUND);
        double k = shifted - Bits.ROUND;
        long quadrant = Double.doubleToRawLongBits(shifted) + quarters;
        long odd = quadrant & 1;
        double half = Double.longBitsToDouble(Bits.ONE - (odd << Bits.EXPONENT_SHIFT));
        double t = Math.fma(k, -HALF_PI_1, a);
        double high = Math.fma(k, -HALF_PI_2, t);
        double low = Math.fma(k, -HALF_PI_3, Math.fma(k, -HALF_PI_2, t - high));
        double r = high * half;
        double l = low * half;
        double z = r * r;
        double p = Math.fma(Math.fma(Math.fma(Math.fma(Math.fma(z, S5, S4), z, S3), z, S2), z, S1), z, S0);
        double s = Math.fma(r * z, p, l) + r;
        double y = odd == 0 ? s : Math.fma(s * -2, s, 1);
        long flip = (quadrant & 2) << 62 ^ sign;
        return Double.longBitsToDouble(Double.doubleToRawLongBits(y) ^ flip);
    }
}
