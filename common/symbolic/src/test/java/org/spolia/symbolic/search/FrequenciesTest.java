package org.spolia.symbolic.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.spolia.symbolic.search.options.EvolutionOptions;

class FrequenciesTest {
    private static final int MAX_SIZE = 30;

    /** Beyond the window of the histogram, where another update would change the last bits of some of them. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16})
    void savedFrequenciesKeepTheirBits(long seed) throws IOException {
        SplittableRandom random = new SplittableRandom(seed);
        Frequencies saved = new Frequencies(MAX_SIZE, EvolutionOptions.DEFAULT);
        for (int epoch = 0; epoch < 200; epoch++) {
            for (int member = 0; member < 810; member++) {
                saved.see(1 + (int) Math.min(MAX_SIZE - 1, Math.abs(random.nextGaussian() * (3 + seed))));
            }
            saved.update();
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        new StateWriter(bytes).writeFrequencies(saved);
        Frequencies loaded = new Frequencies(MAX_SIZE, EvolutionOptions.DEFAULT);
        new StateReader(new ByteArrayInputStream(bytes.toByteArray())).readFrequencies(loaded);
        assertThat(loaded.counts()).isEqualTo(saved.counts());
        for (int size = 1; size <= MAX_SIZE; size++) {
            assertThat(loaded.share(size)).isEqualTo(saved.share(size));
            assertThat(loaded.penalty(size)).isEqualTo(saved.penalty(size));
        }
    }
}
