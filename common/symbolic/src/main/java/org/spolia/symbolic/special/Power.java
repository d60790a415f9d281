package org.spolia.symbolic.special;

/**
 * The power x^y, within 2 ulp. A negative x has a real power for integer y only; 0^y is 0 for y > 0 and 1 for y = 0.
 * Everything without a finite or unique limit is NaN: 0^y for {@code y < 0}, infinity^0, 1^infinity.
 *
 * <p>|x|^y = exp(y log|x|) with the logarithm and the product in two parts. Integer exponents are computed in the same
 * way, so that x^2 has the same bits whether its exponent is a constant or a column.
 */
public final class Power {

    /** Below this, an exponent is an integer if and only if adding and subtracting 1.5 * 2^52 does not change it. */
    static final double PLAIN_EXPONENT = 0x1p51;

    private Power() {}

    public static double pow(double x, double y) {
        return pow(x, y, logarithm(x));
    }

    /** The power of a base whose logarithm is known. */
    static double pow(double x, double y, LongLogarithm log) {
        double size = Math.abs(x);
        if (size > 0 && size <= Double.MAX_VALUE) {
            return signed(x, y, exponential(y, log));
        }
        if (size == 0) {
            return signed(x, y, y > 0 ? 0 : y == 0 ? 1 : Double.NaN);
        }
        if (Double.isNaN(x)) {
            return x;
        }
        return signed(x, y, y > 0 ? size : y < 0 ? 0 : Double.NaN);
    }

    /** log|x|; undefined if that is not finite. */
    static LongLogarithm logarithm(double x) {
        double size = Math.abs(x);
        boolean small = size < Double.MIN_NORMAL;
        return LongLogarithm.of(
                small ? size * Logarithm.SCALE : size, small ? Logarithm.BIAS + Logarithm.SCALE_POWER : Logarithm.BIAS);
    }

    private static double exponential(double y, LongLogarithm log) {
        double product = y * log.high();
        if (Math.abs(product) > Exponential.CLAMP) {
            return Exponential.exp(Math.copySign(Exponential.CLAMP, product), 0);
        }
        return Exponential.exp(product, Math.fma(y, log.low(), Math.fma(y, log.high(), -product)));
    }

    /** |x|^y with the sign of an odd exponent; NaN for a negative base with a fractional exponent. */
    private static double signed(double x, double y, double power) {
        if (!isInteger(y)) {
            return x < 0 ? Double.NaN : power;
        }
        long sign = isInteger(y / 2) ? 0 : Double.doubleToRawLongBits(x) & Bits.SIGN;
        return Double.longBitsToDouble(Double.doubleToRawLongBits(power) ^ sign);
    }

    private static boolean isInteger(double y) {
        double size = Math.abs(y);
        return size >= Bits.TWO_52 || size + Bits.TWO_52 - Bits.TWO_52 == size;
    }
}
