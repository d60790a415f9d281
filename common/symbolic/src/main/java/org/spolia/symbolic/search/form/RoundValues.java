package org.spolia.symbolic.search.form;

import org.spolia.symbolic.special.Logarithm;

/**
 * Constants that a person might have written: integers, simple fractions and their roots, simple multiples of π, of its
 * inverse and of e, and decimals, with the number of bits that name each. Inverses of π are recognised but never
 * proposed, because they are rare among measurements. Roots and multiples of e are named only if the data determine
 * more digits than measurements have.
 */
public final class RoundValues {
    private static final int[] DENOMINATORS = {1, 2, 3, 4, 5, 6, 8, 10, 12};
    private static final int[] DENOMINATORS_OF_PI = {1, 2, 3, 4, 6, 8, 12};
    private static final double LARGEST_NUMERATOR = 100;
    private static final int MOST_DIGITS = 9;
    private static final double NEAR = 0.12;

    /** The last bits, which depend on how a value was computed. */
    private static final double CLOSE = 1e-15;

    private static final double BITS_PER_DIGIT = 3.4;
    private static final double BITS_OF_EXPONENT = 3;

    /** The bits of a product and one more name: 16 is far more frequent in measurements than 5 π. */
    private static final double BITS_OF_PI = 6;

    /** As many bits as four digits, so that a root does not compete with a short decimal. */
    private static final double BITS_OF_ROOT = 14.5;

    private static final double NATS_PER_BIT = Logarithm.log(2);

    private final double[] values = new double[3 * DENOMINATORS.length + DENOMINATORS_OF_PI.length + MOST_DIGITS];
    private int count;

    public RoundValues() {}

    /** Collects the values within 12 % of {@code value}, each once. */
    public void near(double value) {
        count = 0;
        for (int denominator : DENOMINATORS) {
            add(value, Math.rint(value * denominator), denominator, 1);
            add(value, Math.rint(value / Math.E * denominator), denominator, Math.E);
            double square = Math.rint(value * value * denominator);
            if (square <= LARGEST_NUMERATOR) {
                add(value, Math.signum(value) * Math.sqrt(square / denominator));
            }
        }
        for (int denominator : DENOMINATORS_OF_PI) {
            add(value, Math.rint(value / Math.PI * denominator), denominator, Math.PI);
        }
        for (int digits = 1; digits <= MOST_DIGITS; digits++) {
            add(value, decimal(value, digits));
        }
    }

    /** Adds 1 with the sign of the value, at any distance. */
    public void one(double value) {
        values[count < values.length ? count++ : count - 1] = Math.signum(value);
    }

    /** Returns the round value that equals this one up to its last bits, or the value itself. */
    public double settled(double value) {
        near(value);
        for (int i = 0; i < count; i++) {
            if (Math.abs(values[i] - value) <= CLOSE * Math.abs(value)) {
                return values[i];
            }
        }
        return value;
    }

    /** Returns whether a round value lies within this relative distance. */
    public boolean isNearlyRound(double value, double share) {
        near(value);
        for (int i = 0; i < count; i++) {
            if (Math.abs(values[i] - value) <= share * Math.abs(value)) {
                return true;
            }
        }
        return false;
    }

    private void add(double value, double numerator, int denominator, double unit) {
        if (Math.abs(numerator) <= LARGEST_NUMERATOR) {
            add(value, numerator * unit / denominator);
        }
    }

    private void add(double value, double round) {
        if (round == 0 || !(Math.abs(round - value) <= NEAR * Math.abs(value))) {
            return;
        }
        for (int i = 0; i < count; i++) {
            if (values[i] == round) {
                return;
            }
        }
        values[count++] = round;
    }

    public int count() {
        return count;
    }

    public double value(int index) {
        return values[index];
    }

    /** Returns the value rounded to {@code digits} significant digits, with the bits of the decimal. */
    private static double decimal(double value, int digits) {
        if (value == 0 || !Double.isFinite(value)) {
            return value;
        }
        int exponent = (int) Math.floor(log10(Math.abs(value))) + 1 - digits;
        if (Math.abs(exponent) > 22) {
            return Double.NaN;
        }
        double power = power(Math.abs(exponent));
        return exponent < 0 ? Math.rint(value * power) / power : Math.rint(value / power) * power;
    }

    private static double log10(double value) {
        return Logarithm.log(value) / Logarithm.log(10);
    }

    /** Exact up to 10^22. */
    private static double power(int exponent) {
        double power = 1;
        for (int i = 0; i < exponent; i++) {
            power *= 10;
        }
        return power;
    }

    /**
     * Returns the bits that name an integer, a simple fraction or a simple multiple of π or of 1/π; positive infinity
     * for any other number.
     */
    public static double nameBits(double value) {
        double withPi = Math.min(fractionBits(value / Math.PI), fractionBits(value * Math.PI));
        return Math.min(fractionBits(value), withPi + BITS_OF_PI);
    }

    /** Returns the bits that name a round value; positive infinity for any other value. */
    public static double bits(double value) {
        double rare = Math.min(squareBits(value), fractionBits(value / Math.E));
        double bits = Math.min(nameBits(value), rare + BITS_OF_ROOT);
        for (int digits = 1; digits <= MOST_DIGITS; digits++) {
            if (Math.abs(decimal(value, digits) - value) <= CLOSE * Math.abs(value)) {
                return Math.min(bits, digits * BITS_PER_DIGIT + BITS_OF_EXPONENT);
            }
        }
        return bits;
    }

    public static boolean isRound(double value) {
        return bits(value) < Double.POSITIVE_INFINITY;
    }

    private static double squareBits(double value) {
        return fractionBits(value * value, 2 * CLOSE);
    }

    private static double fractionBits(double value) {
        return fractionBits(value, CLOSE);
    }

    private static double fractionBits(double value, double close) {
        for (int denominator : DENOMINATORS) {
            double numerator = value * denominator;
            double rounded = Math.rint(numerator);
            if (Math.abs(rounded) <= LARGEST_NUMERATOR && Math.abs(numerator - rounded) <= close * Math.abs(rounded)) {
                return integerBits(rounded) + (denominator == 1 ? 0 : integerBits(denominator));
            }
        }
        return Double.POSITIVE_INFINITY;
    }

    private static double integerBits(double value) {
        return 1 + Logarithm.log(Math.abs(value) + 1) / NATS_PER_BIT;
    }
}
