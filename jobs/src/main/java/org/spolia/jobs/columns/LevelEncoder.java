package org.spolia.jobs.columns;

import java.io.ByteArrayOutputStream;
import org.apache.parquet.bytes.BytesInput;

/**
 * Encodes levels of at most eight bits as runs of equal levels, which {@link LevelRuns} and every other reader decode.
 */
final class LevelEncoder {
    private static final int PART = 7;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private int level;
    private int run;

    /** Adds the same level several times. */
    void add(int added, int times) {
        if (added != level) {
            end();
            level = added;
        }
        run += times;
    }

    /** Returns the levels that were added since the last call, with their length in front. */
    BytesInput take() {
        end();
        byte[] runs = bytes.toByteArray();
        bytes.reset();
        return BytesInput.concat(BytesInput.fromInt(runs.length), BytesInput.from(runs));
    }

    private void end() {
        if (run > 0) {
            int header = run << 1;
            for (; header >>> PART != 0; header >>>= PART) {
                bytes.write((header & 0x7f) | 0x80);
            }
            bytes.write(header);
            bytes.write(level);
            run = 0;
        }
    }
}
