package org.spolia.bench.solve;

import java.util.Collection;
import java.util.Locale;
import java.util.function.Predicate;

/**
 * A share of successes with its 95 % interval (Wilson, JASA 1927).
 *
 * @param successes how many
 * @param of of how many
 */
record Share(int successes, int of) {
    private static final double DEVIATIONS = 1.959963984540054;

    static <T> Share of(Collection<T> all, Predicate<T> success) {
        return new Share((int) all.stream().filter(success).count(), all.size());
    }

    /** The share itself; 0 of none. */
    double value() {
        return of == 0 ? 0 : (double) successes / of;
    }

    double lower() {
        return bound(-1);
    }

    double upper() {
        return bound(1);
    }

    private double bound(int sign) {
        if (of == 0) {
            return sign < 0 ? 0 : 1;
        }
        double square = DEVIATIONS * DEVIATIONS;
        double half = DEVIATIONS * Math.sqrt(value() * (1 - value()) / of + square / (4.0 * of * of));
        double bound = (value() + square / (2.0 * of) + sign * half) / (1 + square / of);
        return Math.max(0, Math.min(1, bound));
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%d/%d (%.0f %%, %.0f to %.0f)",
                successes,
                of,
                100 * value(),
                100 * lower(),
                100 * upper());
    }
}
