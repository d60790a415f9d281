package org.spolia.hdf5.filter;

/** Fletcher's checksum over 16-bit words with the most significant byte first, as HDF5 appends it to a chunk. */
public final class Fletcher32 {
    /** The most words that cannot overflow 32 bits between two reductions. */
    private static final int WORDS = 360;

    private Fletcher32() {}

    public static int of(byte[] bytes, int length) {
        int low = 0;
        int high = 0;
        int even = length & ~1;
        for (int start = 0; start < even; start += 2 * WORDS) {
            int end = Math.min(even, start + 2 * WORDS);
            for (int i = start; i < end; i += 2) {
                low += ((bytes[i] & 0xff) << 8) | (bytes[i + 1] & 0xff);
                high += low;
            }
            low = reduce(low);
            high = reduce(high);
        }
        if (even < length) {
            low += (bytes[even] & 0xff) << 8;
            high += low;
            low = reduce(low);
            high = reduce(high);
        }
        return (reduce(high) << 16) | reduce(low);
    }

    /** Returns whether the checksum matches; HDF5 up to 1.6.2 wrote the bytes of each half in the machine's order. */
    public static boolean matches(int stored, int computed) {
        int reversed = ((computed & 0xff00ff) << 8) | ((computed >>> 8) & 0xff00ff);
        return stored == computed || stored == reversed;
    }

    private static int reduce(int sum) {
        return (sum & 0xffff) + (sum >>> 16);
    }
}
