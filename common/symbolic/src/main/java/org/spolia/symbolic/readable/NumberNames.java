package org.spolia.symbolic.readable;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.spolia.symbolic.expression.Decimal;

/** Finds the names of numbers: whole numbers, fractions, short decimals, and multiples of {@link Unit}s. */
final class NumberNames {
    private static final int[] DENOMINATORS = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 15, 16, 20, 24, 32, 64, 100};
    private static final double LARGEST_NUMERATOR = 1000;
    private static final double LARGEST_WITH_UNIT = 100;
    private static final double LARGEST_INTEGER = 1e9;
    private static final int MOST_DIGITS = 9;
    private static final int ALL_DIGITS = 17;

    /** Decimals are so much farther apart than a number may be from its name. */
    private static final double UNLIKELY = 100;

    private final double tolerance;
    private final Map<Double, List<NamedNumber>> known = new HashMap<>();

    /** @param tolerance the relative distance of a number from its name */
    NumberNames(double tolerance) {
        this.tolerance = tolerance;
    }

    /** Returns the value of the cheapest name of a number, or the number itself if it has none. */
    double settled(double value) {
        if (value == 0 || !Double.isFinite(value)) {
            return value;
        }
        NamedNumber best = names(value).get(0);
        return best.digits() == ALL_DIGITS ? value : Math.copySign(best.value(), value);
    }

    /** Returns whether a number has a name. */
    boolean isNamed(double value) {
        return value == 0 || Double.isFinite(value) && names(value).get(0).digits() < ALL_DIGITS;
    }

    /** Returns whether a number is a whole number or a fraction, or a decimal of a few digits. */
    boolean isFraction(double value) {
        NamedNumber best = names(value).get(0);
        return best.digits() < ALL_DIGITS && !best.hasUnit();
    }

    /** Returns the names of the magnitude of a number, the cheapest first; at least its digits. */
    List<NamedNumber> names(double value) {
        return known.computeIfAbsent(Math.abs(value), this::find);
    }

    private List<NamedNumber> find(double value) {
        List<NamedNumber> names = new ArrayList<>();
        for (Unit unit : Unit.values()) {
            addFractions(value / unit.value(), unit, false, names);
            if (unit != Unit.ONE && unit.ordinal() < Unit.ROOT_2.ordinal()
                    || unit.ordinal() >= Unit.ROOT_PI.ordinal()) {
                addFractions(value * unit.value(), unit, true, names);
            }
        }
        addDecimal(value, names);
        if (names.isEmpty()) {
            names.add(new NamedNumber(value, 1, Unit.ONE, false, ALL_DIGITS));
        }
        names.sort(Comparator.comparingDouble(NamedNumber::cost));
        return List.copyOf(names);
    }

    private void addFractions(double ratio, Unit unit, boolean below, List<NamedNumber> names) {
        for (int denominator : DENOMINATORS) {
            double numerator = ratio * denominator;
            double whole = Math.rint(numerator);
            double largest =
                    unit == Unit.ONE ? denominator == 1 ? LARGEST_INTEGER : LARGEST_NUMERATOR : LARGEST_WITH_UNIT;
            if (whole >= 1 && whole <= largest && Math.abs(numerator - whole) <= tolerance * whole) {
                names.add(new NamedNumber(whole, denominator, unit, below, Decimal.digits(whole)));
                return;
            }
        }
    }

    private void addDecimal(double value, List<NamedNumber> names) {
        BigDecimal exact = new BigDecimal(value);
        double spacing = 1;
        for (int digits = 1; digits <= MOST_DIGITS && spacing > UNLIKELY * tolerance; digits++) {
            spacing /= 10;
            double rounded = exact.round(new MathContext(digits)).doubleValue();
            if (Math.abs(rounded - value) <= tolerance * value) {
                if (rounded != Math.rint(rounded) || rounded > LARGEST_INTEGER) {
                    names.add(new NamedNumber(rounded, 1, Unit.ONE, false, digits));
                }
                return;
            }
        }
    }
}
