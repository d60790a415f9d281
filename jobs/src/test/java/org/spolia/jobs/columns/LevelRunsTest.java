package org.spolia.jobs.columns;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Random;
import org.apache.parquet.bytes.HeapByteBufferAllocator;
import org.apache.parquet.column.values.rle.RunLengthBitPackingHybridDecoder;
import org.apache.parquet.column.values.rle.RunLengthBitPackingHybridEncoder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Compares with the decoder of parquet-java. */
class LevelRunsTest {
    private static final int LISTS = 200;
    private static final int SLAB = 64;
    private static final int PAGE = 1 << 20;

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5, 8})
    void levelsEqualParquets(int width) throws IOException {
        for (int seed = 0; seed < LISTS; seed++) {
            int[] levels = levels(new Random(seed), 1 << width);
            byte[] encoded = encode(levels, width);
            LevelRuns runs = new LevelRuns(ByteBuffer.wrap(encoded), width);
            RunLengthBitPackingHybridDecoder theirs =
                    new RunLengthBitPackingHybridDecoder(width, new ByteArrayInputStream(encoded));
            int at = 0;
            while (at < levels.length) {
                int level = runs.level();
                int run = Math.min(runs.left(), levels.length - at);
                assertThat(run).as("seed %d", seed).isPositive();
                // A part of a run may be taken, too.
                int taken = 1 + seed % run;
                for (int i = 0; i < taken; i++) {
                    assertThat(level)
                            .as("seed %d, level %d", seed, at + i)
                            .isEqualTo(levels[at + i])
                            .isEqualTo(theirs.readInt());
                }
                runs.skip(taken);
                at += taken;
            }
        }
    }

    @Test
    void aLongRunIsReadAtOnce() throws IOException {
        LevelRuns runs = new LevelRuns(ByteBuffer.wrap(encode(new int[5000], 1)), 1);

        assertThat(runs.left()).isEqualTo(5000);
    }

    /** Runs of all lengths, and levels that change with each run. */
    private static int[] levels(Random random, int distinct) {
        int[] levels = new int[1 + random.nextInt(3000)];
        int at = 0;
        while (at < levels.length) {
            int run = random.nextBoolean() ? 1 + random.nextInt(3) : 1 + random.nextInt(500);
            int level = random.nextInt(distinct);
            for (int i = 0; i < run && at < levels.length; i++) {
                levels[at++] = level;
            }
        }
        return levels;
    }

    private static byte[] encode(int[] levels, int width) throws IOException {
        try (RunLengthBitPackingHybridEncoder encoder =
                new RunLengthBitPackingHybridEncoder(width, SLAB, PAGE, new HeapByteBufferAllocator())) {
            for (int level : levels) {
                encoder.writeInt(level);
            }
            return encoder.toBytes().toInputStream().readAllBytes();
        }
    }
}
