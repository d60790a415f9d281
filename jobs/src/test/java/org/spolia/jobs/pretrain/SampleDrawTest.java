package org.spolia.jobs.pretrain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Draws of parts, combined in any order, equal the largest prefix of the samples in hash order that fits. */
class SampleDrawTest {
    private static final int SAMPLES = 60;
    private static final int MOST = 20;
    private static final long BYTES = 300;

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9})
    void partsInAnyOrderEqualTheWhole(long seed) {
        Random random = new Random(seed);
        List<Integer> order = new ArrayList<>();
        long[] sizes = new long[SAMPLES];
        for (int i = 0; i < SAMPLES; i++) {
            order.add(i);
            sizes[i] = random.nextInt(60) + 1L;
        }
        int expected = 0;
        long bytes = 0;
        while (expected < MOST && bytes + sizes[expected] <= BYTES) {
            bytes += sizes[expected];
            expected++;
        }
        Collections.shuffle(order, random);

        SampleDraw draw = new SampleDraw(MOST, BYTES);
        for (int from = 0; from < SAMPLES; from += 15) {
            SampleDraw part = new SampleDraw(MOST, BYTES);
            order.subList(from, from + 15).forEach(i -> part.add(hash(i), sizes[i]));
            draw.with(part);
        }

        assertThat(draw.held()).isEqualTo(expected);
        assertThat(draw.found()).isEqualTo(SAMPLES);
        for (int i = 0; i < SAMPLES; i++) {
            assertThat(draw.holds(hash(i))).as(hash(i)).isEqualTo(i < expected);
        }
    }

    private static String hash(int number) {
        return String.format(Locale.ROOT, "%03d", number);
    }
}
