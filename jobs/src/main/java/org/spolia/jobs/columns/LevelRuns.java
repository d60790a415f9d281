package org.spolia.jobs.columns;

import java.nio.ByteBuffer;

/**
 * The levels of a page, run by run, in Parquet's encoding: a run of one level, or groups of eight levels with a fixed
 * number of bits.
 *
 * @see <a href="https://parquet.apache.org/docs/file-format/data-pages/encodings/">RLE / bit-packing hybrid</a>
 */
final class LevelRuns {
    private static final int GROUP = 8;

    private final ByteBuffer bytes;
    private final int width;
    private final int[] group = new int[GROUP];
    private int place = GROUP;
    private int groups;
    private int level;
    private int run;

    /**
     * Creates a decoder.
     *
     * @param bytes the runs, without the length in front of them
     * @param width the width of a level in bits, from 1 to 8
     */
    LevelRuns(ByteBuffer bytes, int width) {
        this.bytes = bytes;
        this.width = width;
    }

    /** The next level. */
    int level() {
        left();
        return level;
    }

    /** The minimum number of equal levels from here on. */
    int left() {
        while (run == 0) {
            if (place < GROUP) {
                takeEqual();
            } else if (groups > 0) {
                unpack();
            } else {
                readHeader();
            }
        }
        return run;
    }

    /** Skips some of the equal levels. */
    void skip(int count) {
        run -= count;
    }

    private void takeEqual() {
        level = group[place];
        while (place < GROUP && group[place] == level) {
            place++;
            run++;
        }
    }

    /** Writers may omit the last bytes of the last group. */
    private void unpack() {
        long bits = 0;
        for (int i = 0; i < width && bytes.hasRemaining(); i++) {
            bits |= Byte.toUnsignedLong(bytes.get()) << (Byte.SIZE * i);
        }
        for (int i = 0; i < GROUP; i++) {
            group[i] = (int) (bits >>> (width * i)) & ((1 << width) - 1);
        }
        groups--;
        place = 0;
    }

    private void readHeader() {
        int header = 0;
        int shift = 0;
        byte part;
        do {
            part = bytes.get();
            header |= (part & 0x7f) << shift;
            shift += 7;
        } while (part < 0);
        if ((header & 1) == 1) {
            groups = header >>> 1;
        } else {
            run = header >>> 1;
            level = Byte.toUnsignedInt(bytes.get());
        }
    }
}
