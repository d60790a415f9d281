package org.spolia.symbolic.library.scoring;

import java.util.Arrays;

/**
 * Hashes of values at a few rows: of the values themselves, or of what is left of them when shift, scale and sign are
 * taken away.
 */
public final class Signature {
    private static final int ROWS = 8;
    private static final double RESOLUTION = 1e5;
    private static final long PRIME = 0x9E3779B97F4A7C15L;

    private final int count;
    private double mean;
    private double deviation;

    public Signature(int count) {
        this.count = count;
    }

    private static long mix(long value) {
        long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    private int row(int i) {
        return (int) ((long) i * count / Math.min(ROWS, count));
    }

    /** Equal for values that agree to about seven digits. */
    public long of(double[] values) {
        long hash = PRIME;
        for (int i = 0; i < Math.min(ROWS, count); i++) {
            hash = mix(hash + PRIME + Double.doubleToLongBits(round(values[row(i)])));
        }
        return hash;
    }

    /**
     * Eight units of the twenty-fourth bit, with the unit's middle at round numbers so that these do not fall on an
     * edge.
     */
    private static double round(double value) {
        double unit = Math.ulp((float) value);
        return Double.isFinite(unit) && unit > 0 ? Math.rint(value / unit) * unit + 0.0 : value;
    }

    /** Takes the mean and the deviation of the values; whether they vary at all. */
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

    /** After {@link #standardise}: equal for values that agree up to shift, scale and sign to about five digits. */
    long ofShape(double[] values) {
        long hash = PRIME;
        double sign = 0;
        for (int i = 0; i < Math.min(ROWS, count); i++) {
            double rounded = Math.rint((values[row(i)] - mean) / deviation * RESOLUTION);
            if (sign == 0 && rounded != 0) {
                sign = Math.signum(rounded);
            }
            hash = mix(hash + PRIME + (long) (sign * rounded));
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
