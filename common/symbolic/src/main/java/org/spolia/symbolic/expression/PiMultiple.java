package org.spolia.symbolic.expression;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;

/**
 * A simple multiple of π, such as 2π, π/2 or 3π/4.
 *
 * @param numerator not 0; it has the sign of the value
 * @param denominator at least 1, coprime to the numerator
 */
public record PiMultiple(int numerator, int denominator) {
    private static final int[] DENOMINATORS = {1, 2, 3, 4, 6, 8, 12};
    private static final int LARGEST_NUMERATOR = 100;
    private static final double CLOSE = 1e-12;
    private static final BigDecimal PI =
            new BigDecimal("3.14159265358979323846264338327950288419716939937510582097494459");

    /** Returns the multiple that equals this value up to rounding errors. */
    public static Optional<PiMultiple> near(double value) {
        for (int denominator : DENOMINATORS) {
            double numerator = value / Math.PI * denominator;
            double rounded = Math.rint(numerator);
            if (rounded != 0
                    && Math.abs(rounded) <= LARGEST_NUMERATOR
                    && Math.abs(numerator - rounded) <= CLOSE * Math.abs(rounded)) {
                return Optional.of(new PiMultiple((int) rounded, denominator));
            }
        }
        return Optional.empty();
    }

    /** Returns the multiple that gives the bits of this value in any order of rounding. */
    public static Optional<PiMultiple> exactly(double value) {
        return near(value).filter(multiple -> multiple.hasBits(value));
    }

    /** Returns whether this value is the multiple up to its last bit. */
    public boolean isAt(double value) {
        return Math.abs(value - numerator * Math.PI / denominator) <= Math.ulp(value);
    }

    /** Programs compute from left to right, or the quotient first. Computer algebra rounds once, at the end. */
    private boolean hasBits(double value) {
        double once = PI.multiply(BigDecimal.valueOf(numerator))
                .divide(BigDecimal.valueOf(denominator), new MathContext(50))
                .doubleValue();
        return value == numerator * Math.PI / denominator
                && value == (double) numerator / denominator * Math.PI
                && value == Math.PI / denominator * numerator
                && value == once;
    }

    /** Returns the text of its magnitude: {@code 2*pi}, {@code pi/2}, {@code 3*pi/4}. */
    public String text() {
        int size = Math.abs(numerator);
        return (size == 1 ? "pi" : size + "*pi") + (denominator == 1 ? "" : "/" + denominator);
    }
}
