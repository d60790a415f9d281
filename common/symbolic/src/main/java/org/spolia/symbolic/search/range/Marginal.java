package org.spolia.symbolic.search.range;

import java.util.Arrays;

/**
 * The values of one column in ascending order.
 *
 * @param continuous whether values between these can occur: most differ, and not all are integers
 * @param longest the longest distance of neighbouring values with values between them
 */
record Marginal(double[] values, boolean continuous, double longest) {
    /** The longest of n distances between random values is about log2(n) medians; longer ones are empty by rule. */
    private static final double LONGEST = 2;

    static Marginal of(double[] column) {
        double[] values = column.clone();
        Arrays.sort(values);
        double[] distances = new double[values.length];
        int distinct = 0;
        for (int i = 1; i < values.length; i++) {
            if (values[i] > values[i - 1]) {
                distances[distinct++] = values[i] - values[i - 1];
            }
        }
        double[] sorted = Arrays.copyOf(distances, distinct);
        Arrays.sort(sorted);
        boolean integers = Arrays.stream(values).allMatch(value -> value == Math.rint(value));
        return new Marginal(
                values,
                !integers && 2 * distinct >= values.length - 1,
                distinct == 0
                        ? 0
                        : LONGEST * (Integer.SIZE - Integer.numberOfLeadingZeros(distinct)) * sorted[distinct / 2]);
    }

    /** Returns a value of the empirical distribution at a probability, with values between neighbours. */
    double at(double probability) {
        double position = probability * (values.length - 1);
        int below = (int) position;
        if (below + 1 >= values.length) {
            return values[values.length - 1];
        }
        double share = position - below;
        double low = values[below];
        double high = values[below + 1];
        if (!continuous || high - low > longest) {
            return share < 0.5 ? low : high;
        }
        return between(low, high, share);
    }

    static double between(double from, double to, double share) {
        double value = from + share * (to - from);
        return Math.max(Math.min(from, to), Math.min(Math.max(from, to), value));
    }
}
