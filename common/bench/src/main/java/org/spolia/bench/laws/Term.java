package org.spolia.bench.laws;

import java.util.List;
import java.util.stream.Stream;

/**
 * A formula with its dimension. Every operation checks the dimensions of its operands.
 *
 * @param text the formula
 * @param strength how tightly its outermost operator binds
 * @param dimension the dimension of its value
 * @param constants the dimensions of its numbers, from left to right
 */
record Term(String text, Strength strength, Dimension dimension, List<Dimension> constants) {
    private static final String RECIPROCAL = "1/";

    /** Weakest first. */
    enum Strength {
        SUM,
        PRODUCT,
        POWER,
        ATOM
    }

    static Term variable(String name, Dimension dimension) {
        return new Term(name, Strength.ATOM, dimension, List.of());
    }

    static Term number(Numeral numeral, Dimension dimension) {
        // The unit belongs to the first number; a factor pi has none.
        List<Dimension> units = Stream.concat(
                        Stream.of(dimension),
                        Stream.generate(() -> Dimension.NONE).limit(numeral.constants() - 1))
                .toList();
        return new Term(numeral.text(), numeral.constants() == 1 ? Strength.ATOM : Strength.PRODUCT, dimension, units);
    }

    Term plus(Term other) {
        return sum(" + ", other, other.text);
    }

    Term minus(Term other) {
        return sum(" - ", other, other.within(Strength.PRODUCT));
    }

    private Term sum(String operator, Term other, String right) {
        if (!dimension.equals(other.dimension)) {
            throw new IllegalArgumentException("Cannot add " + other.dimension + " to " + dimension);
        }
        return new Term(text + operator + right, Strength.SUM, dimension, joined(other));
    }

    Term times(Term other) {
        if (other.text.startsWith(RECIPROCAL) && other.strength == Strength.PRODUCT) {
            // A factor 1/x is written as a divisor.
            return new Term(
                    within(Strength.PRODUCT) + other.text.substring(RECIPROCAL.length() - 1),
                    Strength.PRODUCT,
                    dimension.times(other.dimension),
                    Stream.concat(constants.stream(), other.constants.stream().skip(1))
                            .toList());
        }
        return new Term(
                within(Strength.PRODUCT) + "*" + other.within(Strength.PRODUCT),
                Strength.PRODUCT,
                dimension.times(other.dimension),
                joined(other));
    }

    Term dividedBy(Term other) {
        return new Term(
                within(Strength.PRODUCT) + "/" + other.within(Strength.POWER),
                Strength.PRODUCT,
                dimension.dividedBy(other.dimension),
                joined(other));
    }

    Term negated() {
        return new Term("-" + within(Strength.PRODUCT), Strength.PRODUCT, dimension, constants);
    }

    Term squared() {
        return power(2, 1);
    }

    /** Raises to the power numerator / denominator. */
    Term power(int numerator, int denominator) {
        String exponent = numerator + (denominator == 1 ? "" : "/" + denominator);
        boolean plain = denominator == 1 && numerator > 0;
        return new Term(
                within(Strength.ATOM) + "^" + (plain ? exponent : "(" + exponent + ")"),
                Strength.POWER,
                dimension.power(numerator, denominator),
                Stream.concat(
                                constants.stream(),
                                Stream.generate(() -> Dimension.NONE).limit(denominator == 1 ? 1 : 2))
                        .toList());
    }

    Term root() {
        return new Term("sqrt(" + text + ")", Strength.ATOM, dimension.power(1, 2), constants);
    }

    /** Applies a function of pure numbers. */
    Term in(String function) {
        if (!dimension.isNone()) {
            throw new IllegalArgumentException(function + " needs a pure number: " + dimension);
        }
        return new Term(function + "(" + text + ")", Strength.ATOM, dimension, constants);
    }

    private String within(Strength least) {
        return strength.compareTo(least) < 0 ? "(" + text + ")" : text;
    }

    private List<Dimension> joined(Term other) {
        return Stream.concat(constants.stream(), other.constants.stream()).toList();
    }
}
