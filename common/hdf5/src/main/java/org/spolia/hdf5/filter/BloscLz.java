package org.spolia.hdf5.filter;

/**
 * Decodes BloscLZ: literals, and near or far copies of decoded bytes. Every index is checked, because the input may be
 * damaged.
 */
final class BloscLz {
    private static final int SHORTEST_COPY = 3;
    private static final int LONG = 6;
    private static final int FARTHEST_NEAR = 0x1fff;

    private BloscLz() {}

    /**
     * Decodes exactly {@code count} bytes.
     *
     * @throws IndexOutOfBoundsException if the input decodes to another number of bytes
     */
    static void decode(byte[] in, int from, int length, byte[] out, int to, int count) {
        int end = from + length;
        int start = to;
        int last = to + count;
        // The upper bits of the first byte give the variant.
        int control = length == 0 ? 0 : in[from++] & 0x1f;
        while (from < end) {
            if (control < 32) {
                int literals = control + 1;
                if (literals > end - from || literals > last - to) {
                    throw new IndexOutOfBoundsException("literals reach outside");
                }
                System.arraycopy(in, from, out, to, literals);
                from += literals;
                to += literals;
            } else {
                int copy = (control >>> 5) - 1;
                if (copy == LONG) {
                    int more;
                    do {
                        more = in[from++] & 0xff;
                        copy = Math.addExact(copy, more);
                    } while (more == 0xff && from < end);
                }
                int distance = (control & 0x1f) << 8 | (in[from++] & 0xff);
                if (distance == FARTHEST_NEAR) {
                    distance += (in[from] & 0xff) << 8 | (in[from + 1] & 0xff);
                    from += 2;
                }
                copy += SHORTEST_COPY;
                int source = to - distance - 1;
                if (source < start || from > end || copy > last - to) {
                    throw new IndexOutOfBoundsException("a copy reaches outside of what was decoded");
                }
                Bounds.repeat(out, source, to, copy);
                to += copy;
            }
            if (from >= end) {
                break;
            }
            control = in[from++] & 0xff;
        }
        if (to != last) {
            throw new IndexOutOfBoundsException("a block of " + count + " bytes decodes to " + (to - start));
        }
    }
}
