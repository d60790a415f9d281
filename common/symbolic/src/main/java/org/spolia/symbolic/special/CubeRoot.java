package org.spolia.symbolic.special;

/**
 * The cube root, within 1 ulp, of any sign.
 *
 * <p>|x| = 8^q m with m between 1/2 and 4. A polynomial gives r, m^(-1/3) to 9 bits, and with e = 1 - m r^3 the series
 * m^(-1/3) = r (1 - e)^(-1/3) gives it to 32. One step of Newton's method for y^3 = m, from y = m r^2 and with y^3 in
 * two parts, does the rest.
 */
public final class CubeRoot {

    static final double THIRD = 1.0 / 3;

    static final double R0 = 1.86949963354487;
    static final double R1 = -1.826271630021548;
    static final double R2 = 1.543413181832045;
    static final double R3 = -0.7828195115618948;
    static final double R4 = 0.2281085149525944;
    static final double R5 = -0.03517357167201936;
    static final double R6 = 0.0022201668617049513;

    /** The series of (1 - e)^(-1/3). */
    static final double E2 = 2.0 / 9;

    static final double E3 = 14.0 / 81;

    /** Makes a subnormal number normal. Its cube root is a power of two. */
    static final double SCALE = 0x1p54;

    static final double ROOT_OF_SCALE = 0x1p18;

    private CubeRoot() {}

    public static double cbrt(double x) {
        double a = Math.abs(x);
        if (a >= Double.MIN_NORMAL && a <= Double.MAX_VALUE) {
            return Math.copySign(normal(a), x);
        }
        if (a > 0 && a < 1) {
            return Math.copySign(normal(a * SCALE) / ROOT_OF_SCALE, x);
        }
        return x;
    }

    private static double normal(double a) {
        long bits = Double.doubleToRawLongBits(a);
        double power = Double.longBitsToDouble(bits >>> Bits.EXPONENT_SHIFT | Bits.TWO_52_BITS) - Logarithm.BIAS;
        long q = Double.doubleToRawLongBits(Math.fma(power, THIRD, Bits.ROUND)) << Bits.EXPONENT_SHIFT;
        double m = Double.longBitsToDouble(bits - q - q - q);
        double square = m * m;
        double even = Math.fma(Math.fma(Math.fma(R6, square, R4), square, R2), square, R0);
        double odd = Math.fma(Math.fma(R5, square, R3), square, R1);
        double guess = Math.fma(odd, m, even);
        double e = Math.fma(-m, guess * guess * guess, 1);
        double r = Math.fma(guess * e, Math.fma(Math.fma(E3, e, E2), e, THIRD), guess);
        double rr = r * r;
        double y = m * rr;
        double yy = y * y;
        double cube = yy * y;
        double cubeLow = Math.fma(Math.fma(y, y, -yy), y, Math.fma(yy, y, -cube));
        double root = Math.fma(m - cube - cubeLow, rr * THIRD, y);
        return Double.longBitsToDouble(Double.doubleToRawLongBits(root) + q);
    }
}
