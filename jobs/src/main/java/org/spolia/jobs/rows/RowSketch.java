package org.spolia.jobs.rows;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The different rows with the smallest hashes, and how often each occurs. A row that is among them at the end was among
 * them in each part of the table, so its count is exact, and the sketch is a function of the rows and not of the parts.
 */
final class RowSketch implements Serializable {
    /** A row with its hash, by which it is sorted. Different rows with equal hashes are sorted by their numbers. */
    private static final class Key implements Comparable<Key>, Serializable {
        private final long hash;
        private final double[] numbers;

        Key(long hash, double[] numbers) {
            this.hash = hash;
            this.numbers = numbers;
        }

        @Override
        public int compareTo(Key other) {
            int byHash = Long.compareUnsigned(hash, other.hash);
            return byHash != 0 ? byHash : Arrays.compare(numbers, other.numbers);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key && compareTo(key) == 0;
        }

        @Override
        public int hashCode() {
            return Long.hashCode(hash);
        }
    }

    private final int capacity;
    private final TreeMap<Key, Long> counts = new TreeMap<>();
    private long rows;

    RowSketch(int capacity) {
        this.capacity = capacity;
    }

    /** Adds a row, which the sketch copies. */
    void add(long hash, double[] numbers) {
        rows++;
        if (counts.size() < capacity || Long.compareUnsigned(hash, counts.lastKey().hash) <= 0) {
            put(new Key(hash, numbers.clone()), 1);
        }
    }

    private void put(Key key, long count) {
        counts.merge(key, count, Long::sum);
        if (counts.size() > capacity) {
            counts.pollLastEntry();
        }
    }

    RowSketch add(RowSketch other) {
        rows += other.rows;
        other.counts.forEach(this::put);
        return this;
    }

    /** The number of rows that were added. */
    long rows() {
        return rows;
    }

    /**
     * Returns rows in which those of the sketch occur as often as in the table, as far as their number allows: every
     * row of the sketch if there are no more, otherwise those at equal distances in the order of their hashes.
     */
    List<double[]> take(int count) {
        long kept = counts.values().stream().mapToLong(Long::longValue).sum();
        int taken = (int) Math.min(count, kept);
        List<double[]> sample = new ArrayList<>(taken);
        long passed = 0;
        for (Map.Entry<Key, Long> entry : counts.entrySet()) {
            passed += entry.getValue();
            while (sample.size() < taken && position(sample.size(), taken, kept) < passed) {
                sample.add(entry.getKey().numbers);
            }
        }
        return sample;
    }

    /** The place of one of the rows taken: the middle of its share of all. */
    private static long position(int index, int taken, long kept) {
        // The product has less than 80 bits, and no more than 2^53 rows occur.
        return (long) Math.floor((2.0 * index + 1) / (2.0 * taken) * kept);
    }
}
