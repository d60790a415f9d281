package org.spolia.symbolic.library.scoring;

import static org.spolia.symbolic.special.SplitMix64.GOLDEN_GAMMA;
import static org.spolia.symbolic.special.SplitMix64.mix;

import java.util.Arrays;

/** Hashes of the values at a few rows: of the values themselves, or of the values up to shift, scale and sign. */
public final class Signature {
    private static final int ROWS = 8;
    private static final double RESOLUTION = 1e5;

    private final int count;
    private double mean;
    private double deviation;

    public Signature(int count) {
        this.count = count;
    }

    private int row(int i) {
        return (int) ((long) i * count / Math.min(ROWS, count));
    }

    /** Returns a hash that is equal for values that agree to about seven digits. */
    public long of(double[] values) {
        long hash = GOLDEN_GAMMA;
        for (int i = 0; i < Math.min(ROWS, count); i++) {
            hash = mix(hash + GOLDEN_GAMMA + Double.doubleToLongBits(round(values[row(i)])));
        }
        return hash;
    }

    /**
     * Rounds to eight units of the twenty-fourth bit. Round numbers are the centre of an interval, so that none falls
     * on its edge.
     */
    private static double round(double value) {
        double unit = Math.ulp((float) value);
        return Double.isFinite(unit) && unit > 0 ? Math.rint(value / unit) * unit + 0.0 : value;
    }

    /** Computes the mean and the standard deviation of the values. Returns false if they do not vary. */
    boolean standardise(double[] values) {
        double sum = 0;
        for (int row = 0; row < count; row++) {
            sum += values[row];
        }
        mean = sum / count;
        double squares = 0;
        double largest = 0;
        for (int row = 0; row < count; row++) {
            double difference = values[row] - mean;
            squares += difference * difference;
            largest = Math.max(largest, Math.abs(values[row]));
        }
        deviation = Math.sqrt(squares / count);
        return deviation > 1e-9 * largest && Double.isFinite(deviation);
    }

    double mean() {
        return mean;
    }

    double deviation() {
        return deviation;
    }

    /**
     * Returns a hash that is equal for values that agree up to shift, scale and sign to about five digits, after
     * {@link #standardise}.
     */
    long ofShape(double[] values) {
        long hash = GOLDEN_GAMMA;
        double sign = 0;
        for (int i = 0; i < Math.min(ROWS, count); i++) {
            double rounded = Math.rint((values[row(i)] - mean) / deviation * RESOLUTION);
            if (sign == 0 && rounded != 0) {
                sign = Math.signum(rounded);
            }
            hash = mix(hash + GOLDEN_GAMMA + (long) (sign * rounded));
        }
        return hash;
    }

    /** A set of hashes: open addressing in a table that grows. */
    public static final class Set {
        private long[] slots = new long[1024];
        private int size;

        public boolean add(long hash) {
            long key = hash == 0 ? 1 : hash;
            if (2 * size >= slots.length) {
                long[] old = slots;
                slots = new long[2 * old.length];
                for (long entry : old) {
                    if (entry != 0) {
                        slots[find(entry)] = entry;
                    }
                }
            }
            int slot = find(key);
            if (slots[slot] == key) {
                return false;
            }
            slots[slot] = key;
            size++;
            return true;
        }

        private int find(long key) {
            int slot = (int) (key >>> 20) & (slots.length - 1);
            while (slots[slot] != 0 && slots[slot] != key) {
                slot = (slot + 1) & (slots.length - 1);
            }
            return slot;
        }

        void clear() {
            Arrays.fill(slots, 0);
            size = 0;
        }
    }
}
