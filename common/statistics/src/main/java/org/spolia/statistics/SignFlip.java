package org.spolia.statistics;

import java.util.Arrays;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * Tests whether effects are centred at zero. Under that hypothesis, with symmetric effects, each sign is equally likely
 * (Fisher, The Design of Experiments, 1935, section 21). The statistic is the mean; p is the share of the sign patterns
 * that move it at least as far from zero.
 *
 * <p>For up to {@link #MOST_EXACT} values, all patterns are counted and p is exact. Beyond, {@link #PATTERNS} patterns
 * are drawn and p is (1 + hits) / (1 + patterns), which keeps the level (Phipson and Smyth, Stat. Appl. Genet. Mol.
 * Biol. 9 (2010) 39).
 */
public final class SignFlip {
    /** The most values for which every sign pattern is counted. */
    public static final int MOST_EXACT = 16;

    /** The number of patterns that are drawn for more values. */
    static final int PATTERNS = (1 << MOST_EXACT) - 1;

    /** Patterns whose sums differ only by rounding are ties, and ties count as hits. */
    static final double ROUNDING = 1e-12;

    private SignFlip() {}

    /**
     * Returns the two-sided p-value.
     *
     * @param values at least one, all finite
     * @param seed the seed of the patterns if there are too many to count
     */
    public static double pValue(double[] values, long seed) {
        if (values.length == 0 || !Arrays.stream(values).allMatch(Double::isFinite)) {
            throw new IllegalArgumentException(
                    "A sign-flip test needs finite values, at least one; got " + Arrays.toString(values));
        }
        double scale = 0;
        double observed = 0;
        for (double value : values) {
            scale += Math.abs(value);
            observed += value;
        }
        double bound = Math.abs(observed) - ROUNDING * scale;
        return values.length <= MOST_EXACT ? exact(values, bound) : drawn(values, bound, seed);
    }

    /** The smallest two-sided p of {@code values} values. */
    public static double smallest(int values) {
        return values <= MOST_EXACT ? Math.min(1, Math.scalb(2.0, -values)) : 1.0 / (1 + PATTERNS);
    }

    /**
     * The number of values for which {@link #smallest} is at most a level; empty if no number suffices.
     *
     * @param level above 0
     */
    public static OptionalInt needed(double level) {
        return IntStream.rangeClosed(1, MOST_EXACT)
                .filter(values -> smallest(values) <= level)
                .findFirst();
    }

    private static double exact(double[] values, double bound) {
        long patterns = 1L << values.length;
        long hits = 0;
        for (long pattern = 0; pattern < patterns; pattern++) {
            if (Math.abs(flipped(values, pattern)) >= bound) {
                hits++;
            }
        }
        return (double) hits / patterns;
    }

    private static double drawn(double[] values, double bound, long seed) {
        long hits = 0;
        for (int draw = 0; draw < PATTERNS; draw++) {
            RandomStream random = RandomStream.of(seed, draw);
            double sum = 0;
            for (int from = 0; from < values.length; from += Long.SIZE) {
                int to = Math.min(values.length, from + Long.SIZE);
                sum += flipped(Arrays.copyOfRange(values, from, to), random.bits());
            }
            if (Math.abs(sum) >= bound) {
                hits++;
            }
        }
        return (1.0 + hits) / (1.0 + PATTERNS);
    }

    private static double flipped(double[] values, long pattern) {
        double sum = 0;
        for (int i = 0; i < values.length; i++) {
            sum += ((pattern >>> i) & 1) == 0 ? values[i] : -values[i];
        }
        return sum;
    }
}
