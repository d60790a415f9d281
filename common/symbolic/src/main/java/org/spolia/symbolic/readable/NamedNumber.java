package org.spolia.symbolic.readable;

/**
 * A positive number as people write it: {@code numerator/denominator} times a unit or divided by it.
 *
 * @param numerator a whole number, or a decimal with denominator 1
 * @param denominator a whole number
 * @param below whether the unit divides
 * @param digits the significant digits of the numerator
 */
record NamedNumber(double numerator, int denominator, Unit unit, boolean below, int digits) {
    /** A number is shorter to read than a variable. */
    private static final double COST = 0.9;

    private static final double COST_OF_DIGIT = 0.12;
    private static final double COST_OF_DECIMAL = 1;

    double value() {
        double fraction = numerator / denominator;
        return below ? fraction / unit.value() : fraction * unit.value();
    }

    /** Returns whether a factor must be written before the other factors. */
    boolean hasNumerator() {
        return numerator != 1;
    }

    boolean hasUnit() {
        return unit != Unit.ONE;
    }

    double costOfNumerator() {
        boolean whole = numerator == Math.rint(numerator);
        return COST + COST_OF_DIGIT * (digits - 1) + (whole ? 0 : COST_OF_DECIMAL);
    }

    double costOfDenominator() {
        return denominator < 10 ? COST : COST + COST_OF_DIGIT;
    }

    /** Returns the cost of the number where it stands alone. */
    double cost() {
        int over = (hasNumerator() ? 1 : 0) + (hasUnit() && !below ? 1 : 0);
        int under = (denominator == 1 ? 0 : 1) + (hasUnit() && below ? 1 : 0);
        double cost = hasUnit() ? unit.cost() : 0;
        cost += hasNumerator() ? costOfNumerator() : 0;
        cost += over == 0 ? COST : over - 1;
        cost += denominator == 1 ? 0 : costOfDenominator();
        return cost + under;
    }
}
