package org.spolia.experiment.data;

import static org.spolia.symbolic.special.SplitMix64.GOLDEN_GAMMA;
import static org.spolia.symbolic.special.SplitMix64.mix;

/**
 * Random numbers as a function of a key and a counter. Any draw can be repeated without the ones before it, in any
 * order, with the same bits on every JDK and platform. The generator is SplitMix64 with its state computed from the
 * counter.
 */
public final class CounterRandom {
    private static final double UNIT = 0x1p-53;

    private final long key;

    private CounterRandom(long key) {
        this.key = key;
    }

    /** The stream of this key. */
    public static CounterRandom of(ContentHash key) {
        return new CounterRandom(key.first());
    }

    /** 64 random bits. */
    public long bits(long counter) {
        return mix(mix(key + GOLDEN_GAMMA * (counter + 1)) + key);
    }

    /** Uniform in [0, 1), a multiple of 2^-53. */
    public double uniform(long counter) {
        return (bits(counter) >>> 11) * UNIT;
    }

    /** Standard normal by Box and Muller; StrictMath, because Math may round differently on another JDK. */
    public double normal(long counter) {
        double radius = ((bits(2 * counter) >>> 11) + 1) * UNIT;
        double angle = uniform(2 * counter + 1);
        return Math.sqrt(-2 * StrictMath.log(radius)) * StrictMath.cos(2 * Math.PI * angle);
    }
}
