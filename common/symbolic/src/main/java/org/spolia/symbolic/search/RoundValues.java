package org.spolia.symbolic.search;

/** The integers, simple fractions and simple multiples of π near a constant. */
final class RoundValues {
    private static final int[] DENOMINATORS = {1, 2, 3, 4, 5, 6, 8, 10, 12};
    private static final int[] DENOMINATORS_OF_PI = {1, 2, 3, 4, 6};
    private static final double LARGEST_NUMERATOR = 100;
    private static final double NEAR = 0.12;

    private final double[] values = new double[DENOMINATORS.length + DENOMINATORS_OF_PI.length];
    private int count;

    /** Collects the values within 12 % of {@code value}, each once. */
    void near(double value) {
        count = 0;
        for (int denominator : DENOMINATORS) {
            add(value, Math.rint(value * denominator), denominator, 1);
        }
        for (int denominator : DENOMINATORS_OF_PI) {
            add(value, Math.rint(value / Math.PI * denominator), denominator, Math.PI);
        }
    }

    private void add(double value, double numerator, int denominator, double unit) {
        double round = numerator * unit / denominator;
        if (numerator == 0
                || Math.abs(numerator) > LARGEST_NUMERATOR
                || Math.abs(round - value) > NEAR * Math.abs(value)) {
            return;
        }
        for (int i = 0; i < count; i++) {
            if (values[i] == round) {
                return;
            }
        }
        values[count++] = round;
    }

    int count() {
        return count;
    }

    double value(int index) {
        return values[index];
    }
}
