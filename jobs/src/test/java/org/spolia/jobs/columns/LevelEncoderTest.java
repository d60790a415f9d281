package org.spolia.jobs.columns;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.Random;
import org.apache.parquet.bytes.BytesUtils;
import org.apache.parquet.column.values.rle.RunLengthBitPackingHybridDecoder;
import org.junit.jupiter.api.Test;

/** Compares with the decoder of parquet-java. */
class LevelEncoderTest {
    private static final int LISTS = 100;
    private static final int WIDTH = 2;

    private final LevelEncoder encoder = new LevelEncoder();

    @Test
    void parquetFindsTheLevelsOfEachPage() throws IOException {
        for (int seed = 0; seed < LISTS; seed++) {
            Random random = new Random(seed);
            int[] runs = random.ints(1 + random.nextInt(50), 0, 400).toArray();
            int[] levels = random.ints(runs.length, 0, 1 << WIDTH).toArray();
            for (int i = 0; i < runs.length; i++) {
                encoder.add(levels[i], runs[i]);
            }
            InputStream page = encoder.take().toInputStream();

            assertThat(BytesUtils.readIntLittleEndian(page)).isEqualTo(page.available());
            RunLengthBitPackingHybridDecoder theirs = new RunLengthBitPackingHybridDecoder(WIDTH, page);
            for (int i = 0; i < runs.length; i++) {
                for (int k = 0; k < runs[i]; k++) {
                    assertThat(theirs.readInt()).as("seed %d, run %d", seed, i).isEqualTo(levels[i]);
                }
            }
            assertThat(page.available()).isZero();
        }
    }

    @Test
    void equalLevelsAreOneRun() throws IOException {
        encoder.add(1, 100);
        encoder.add(1, 20_000);

        assertThat(encoder.take().size()).isEqualTo(Integer.BYTES + 3 + 1);
        assertThat(encoder.take().size()).as("nothing since").isEqualTo(Integer.BYTES);
    }
}
