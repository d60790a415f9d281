package org.spolia.bench.solve;

import java.util.function.ToIntFunction;

/**
 * The two-sided sign test: the probability of counts at least as unequal if both signs are equally likely.
 *
 * @param wins pairs in our favour
 * @param losses pairs in the other's favour
 */
record SignTest(int wins, int losses) {

    /** Counts the pairs by their sign. */
    static <T> SignTest of(Iterable<T> pairs, ToIntFunction<T> sign) {
        int wins = 0;
        int losses = 0;
        for (T pair : pairs) {
            int direction = sign.applyAsInt(pair);
            wins += direction > 0 ? 1 : 0;
            losses += direction < 0 ? 1 : 0;
        }
        return new SignTest(wins, losses);
    }

    double p() {
        int pairs = wins + losses;
        double term = Math.scalb(1.0, -pairs);
        double sum = 0;
        for (int k = 0; k <= Math.min(wins, losses); k++) {
            sum += term;
            term *= (double) (pairs - k) / (k + 1);
        }
        return Math.min(1, 2 * sum);
    }
}
