package org.spolia.bench.laws;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import java.util.stream.IntStream;
import org.spolia.symbolic.search.options.Dimensions;

/**
 * A physical dimension.
 *
 * @param twelfths the exponents of the base units, in twelfths, so that products of the usual roots are exact
 */
record Dimension(List<Integer> twelfths) {
    private static final List<String> BASES = List.of("m", "g", "s", "A", "K", "mol");
    private static final int PARTS = 12;

    static final Dimension NONE = new Dimension(BASES.stream().map(base -> 0).toList());

    Dimension {
        twelfths = List.copyOf(twelfths);
    }

    /** Returns the dimension of a unit such as {@code g*m/s^2}. */
    static Dimension of(String unit) {
        List<String> units = new ArrayList<>(BASES);
        double[][] exponents = Dimensions.of(units, unit);
        double[] last = exponents[BASES.size()];
        List<Integer> twelfths = IntStream.range(0, BASES.size())
                .mapToObj(base -> IntStream.range(0, last.length)
                        .filter(column -> exponents[base][column] == 1)
                        .map(column -> (int) Math.rint(PARTS * last[column]))
                        .sum())
                .toList();
        return new Dimension(twelfths);
    }

    Dimension times(Dimension other) {
        return plus(other, 1);
    }

    Dimension dividedBy(Dimension other) {
        return plus(other, -1);
    }

    private Dimension plus(Dimension other, int sign) {
        return new Dimension(IntStream.range(0, twelfths.size())
                .mapToObj(base -> twelfths.get(base) + sign * other.twelfths.get(base))
                .toList());
    }

    /** Raises to the power numerator / denominator. */
    Dimension power(int numerator, int denominator) {
        return new Dimension(twelfths.stream()
                .map(exponent -> {
                    if (exponent * numerator % denominator != 0) {
                        throw new Unsuitable("a root of " + this + " has no exact unit");
                    }
                    return exponent * numerator / denominator;
                })
                .toList());
    }

    boolean isNone() {
        return equals(NONE);
    }

    /** The unit in base units, {@code 1} for none. */
    @Override
    public String toString() {
        StringJoiner unit = new StringJoiner("*");
        for (int base = 0; base < twelfths.size(); base++) {
            int exponent = twelfths.get(base);
            if (exponent != 0) {
                unit.add(BASES.get(base) + power(exponent));
            }
        }
        return unit.length() == 0 ? "1" : unit.toString();
    }

    private static String power(int exponent) {
        if (exponent == PARTS) {
            return "";
        }
        int divisor =
                BigInteger.valueOf(exponent).gcd(BigInteger.valueOf(PARTS)).intValue();
        return divisor == PARTS ? "^" + exponent / PARTS : "^(" + exponent / divisor + "/" + PARTS / divisor + ")";
    }
}
