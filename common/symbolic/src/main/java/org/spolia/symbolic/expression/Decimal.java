package org.spolia.symbolic.expression;

import java.math.BigDecimal;
import java.math.MathContext;

/**
 * Decimal text of doubles that is the same on every JDK ({@code Double.toString} changed its digits in 19) and is a
 * valid number in Java, Python, SymPy and SQL.
 */
public final class Decimal {
    private static final int MAX_DIGITS = 17;
    private static final int PLAIN_EXPONENT = 17;
    private static final int PLAIN_ZEROS = 5;

    private Decimal() {}

    /**
     * Returns the fewest significant digits, at most 17, that read back to the same bits; "nan", "inf" or "-inf" for
     * values that are not finite.
     */
    public static String shortest(double value) {
        if (Double.isNaN(value)) {
            return "nan";
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? "inf" : "-inf";
        }
        if (value == 0) {
            return Double.doubleToRawLongBits(value) == 0 ? "0" : "-0.0";
        }
        BigDecimal exact = new BigDecimal(value);
        for (int digits = 1; digits < MAX_DIGITS; digits++) {
            BigDecimal rounded = exact.round(new MathContext(digits));
            if (rounded.doubleValue() == value) {
                return format(rounded);
            }
        }
        return format(exact.round(new MathContext(MAX_DIGITS)));
    }

    /** Returns how many significant digits {@link #shortest} has without trailing zeros, for a finite value. */
    public static int digits(double value) {
        return new BigDecimal(shortest(value)).stripTrailingZeros().precision();
    }

    /**
     * Returns the value in at most {@code digits} significant digits, for people; it does not read back to the same
     * bits.
     */
    public static String rounded(double value, int digits) {
        if (value == 0 || !Double.isFinite(value)) {
            return shortest(value);
        }
        return digits >= MAX_DIGITS ? shortest(value) : format(new BigDecimal(value).round(new MathContext(digits)));
    }

    private static String format(BigDecimal value) {
        BigDecimal stripped = value.stripTrailingZeros();
        int exponent = stripped.precision() - stripped.scale() - 1;
        if (exponent >= -PLAIN_ZEROS && exponent < PLAIN_EXPONENT) {
            return stripped.toPlainString();
        }
        String digits = stripped.unscaledValue().abs().toString();
        String fraction = digits.length() > 1 ? "." + digits.substring(1) : "";
        String sign = stripped.signum() < 0 ? "-" : "";
        return sign + digits.charAt(0) + fraction + "e" + (exponent < 0 ? "-" : "+") + Math.abs(exponent);
    }
}
