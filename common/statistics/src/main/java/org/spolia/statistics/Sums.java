package org.spolia.statistics;

import java.util.function.IntToDoubleFunction;

/**
 * Sums in index order with Neumaier's compensation: equal terms give equal bits, and the error does not grow with the
 * number of terms.
 */
public final class Sums {
    private Sums() {}

    public static double sum(int count, IntToDoubleFunction term) {
        double sum = 0;
        double lost = 0;
        for (int i = 0; i < count; i++) {
            double value = term.applyAsDouble(i);
            double next = sum + value;
            lost += Math.abs(sum) >= Math.abs(value) ? (sum - next) + value : (value - next) + sum;
            sum = next;
        }
        // An infinite sum makes the compensation NaN, which would hide the overflow.
        return Double.isInfinite(sum) ? sum : sum + lost;
    }
}
