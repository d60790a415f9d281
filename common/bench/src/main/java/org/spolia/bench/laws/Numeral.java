package org.spolia.bench.laws;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;

/**
 * A number as a formula contains it.
 *
 * @param text decimal digits, or a multiple of pi
 * @param value its value
 * @param constants how many numbers the text has
 */
record Numeral(String text, double value, int constants) {
    static final Numeral ONE = new Numeral("1", 1, 1);

    private static final List<Numeral> RATIONAL = List.of(
            plain("0.25"),
            plain("0.5"),
            plain("0.75"),
            ONE,
            plain("1.5"),
            plain("2"),
            plain("2.5"),
            plain("3"),
            plain("4"),
            plain("5"),
            plain("6"),
            plain("8"));
    private static final List<Numeral> OF_PI = List.of(
            new Numeral("pi", Math.PI, 1),
            new Numeral("2*pi", 2 * Math.PI, 2),
            new Numeral("4*pi", 4 * Math.PI, 2),
            new Numeral("0.5*pi", 0.5 * Math.PI, 2));
    private static final double NEAR = 1.5;

    private static Numeral plain(String text) {
        return new Numeral(text, Double.parseDouble(text), 1);
    }

    /** Returns a number of the same magnitude: a small rational, a multiple of pi, or a measured number. */
    static Numeral near(double target, Dice dice) {
        if (!(target > 1e-30 && target < 1e30)) {
            throw new Unsuitable("a part has no magnitude");
        }
        int kind = dice.below(10);
        List<Numeral> exact = kind < 3 ? RATIONAL : kind < 4 ? OF_PI : List.of();
        List<Numeral> close = exact.stream()
                .filter(numeral -> numeral.value < NEAR * target && target < NEAR * numeral.value)
                .toList();
        return close.isEmpty() ? measured(target, dice) : dice.of(close);
    }

    /** Returns a number of three to five digits. */
    static Numeral measured(double target, Dice dice) {
        BigDecimal value = new BigDecimal(target * dice.between(0.8, 1.25))
                .round(new MathContext(3 + dice.below(3)))
                .stripTrailingZeros();
        boolean usual = value.doubleValue() >= 1e-3 && value.doubleValue() < 1e5;
        return plain(usual ? value.toPlainString() : value.toString());
    }
}
