package org.spolia.hdf5.layout;

/** Positions of cuts along an axis between the chunks of several datasets. */
final class Alignment {
    private Alignment() {}

    /** Returns the least common multiple, or the whole axis if that is shorter. */
    static long common(long first, long second, long axis) {
        long least = first / divisor(first, second) * second;
        return Math.max(1, Math.min(least, axis));
    }

    /** Returns the largest multiple of a length within {@code mostBytes} bytes, at least one. */
    static long within(long length, double bytesEach, long mostBytes, long axis) {
        long multiples = (long) Math.max(1, mostBytes / Math.max(1, bytesEach * length));
        return multiples >= axis / length + 1 ? axis : multiples * length;
    }

    private static long divisor(long first, long second) {
        return second == 0 ? first : divisor(second, first % second);
    }
}
