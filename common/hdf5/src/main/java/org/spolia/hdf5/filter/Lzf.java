package org.spolia.hdf5.filter;

/** Decodes LZF: literal runs, and copies of decoded bytes. Every index is checked, because the input may be damaged. */
public final class Lzf {
    private static final int SHORTEST_LONG_COPY = 7;

    private Lzf() {}

    /**
     * Returns the number of bytes decoded.
     *
     * @throws IndexOutOfBoundsException if the input ends early, or refers to bytes before or after the output
     */
    public static int decode(byte[] in, int length, byte[] out) {
        int from = 0;
        int to = 0;
        while (from < length) {
            int control = in[from++] & 0xff;
            if (control < 32) {
                int count = control + 1;
                if (count > length - from) {
                    throw new IndexOutOfBoundsException("a literal run ends after the input");
                }
                System.arraycopy(in, from, out, to, count);
                from += count;
                to += count;
                continue;
            }
            int count = control >> 5;
            if (count == SHORTEST_LONG_COPY) {
                count += in[from++] & 0xff;
            }
            count += 2;
            int source = to - (((control & 0x1f) << 8) | (in[from++] & 0xff)) - 1;
            if (source < 0 || from > length || count > out.length - to) {
                throw new IndexOutOfBoundsException("a copy reaches outside of what was decoded");
            }
            // Source and target may overlap, which repeats a pattern, so the copy is byte by byte.
            for (int i = 0; i < count; i++) {
                out[to++] = out[source++];
            }
        }
        return to;
    }
}
