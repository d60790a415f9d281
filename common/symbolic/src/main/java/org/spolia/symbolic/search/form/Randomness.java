package org.spolia.symbolic.search.form;

import static org.spolia.symbolic.special.SplitMix64.GOLDEN_GAMMA;
import static org.spolia.symbolic.special.SplitMix64.mix;

import java.util.Arrays;
import org.spolia.symbolic.special.Logarithm;

/**
 * Random numbers that are a function of (seed, island, epoch, event): SplitMix64 streams (Steele, Lea and Flood, OOPSLA
 * 2014) keyed by mixing the four numbers.
 */
public final class Randomness {
    private long state;

    /** Starts the stream of one event. */
    public Randomness at(long seed, long island, long epoch, long event) {
        state = mix(mix(mix(mix(seed + GOLDEN_GAMMA) + island + GOLDEN_GAMMA) + epoch + GOLDEN_GAMMA)
                + event
                + GOLDEN_GAMMA);
        return this;
    }

    /**
     * Starts a stream that belongs to no island.
     *
     * @param number apart from 0 where there are several
     */
    public Randomness at(long seed, StreamNumber stream, long number) {
        return at(seed, stream.value(), number, 0);
    }

    /** Starts a stream of an island that belongs to no event. */
    public Randomness at(long seed, long island, long epoch, StreamNumber stream, long number) {
        return at(seed, island, epoch, stream.value() - number);
    }

    public long nextLong() {
        state += GOLDEN_GAMMA;
        return mix(state);
    }

    /** Uniform in 0 … bound - 1. */
    public int nextInt(int bound) {
        return (int) ((nextLong() >>> 32) * bound >>> 32);
    }

    /** Uniform in [0, 1). */
    public double nextDouble() {
        return (nextLong() >>> 11) * 0x1p-53;
    }

    public boolean nextBoolean() {
        return nextLong() < 0;
    }

    /** Standard normal, by the polar method (Marsaglia and Bray, SIAM Review 6 (1964) 260). */
    public double nextGaussian() {
        while (true) {
            double u = 2 * nextDouble() - 1;
            double v = 2 * nextDouble() - 1;
            double square = u * u + v * v;
            if (square < 1 && square > 0) {
                return u * Math.sqrt(-2 * Logarithm.log(square) / square);
            }
        }
    }

    /** Returns {@code count} different numbers of 0 … bound - 1, in random order. */
    public int[] choose(int bound, int count) {
        int[] order = new int[bound];
        for (int i = 0; i < bound; i++) {
            order[i] = i;
        }
        for (int i = 0; i < count; i++) {
            int j = i + nextInt(bound - i);
            int chosen = order[j];
            order[j] = order[i];
            order[i] = chosen;
        }
        return Arrays.copyOf(order, count);
    }
}
