package org.spolia.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The soak with a budget in evaluations. It prints its seed, with which {@code ./spolia bench soak} repeats the same
 * fits.
 */
@Tag("slow")
class SoakTest {
    private static final int DATA_SETS = 25;
    private static final long EVALUATIONS = 3000;

    @Test
    void randomDataAndOperatorsAreFittedWithoutAFailure() throws IOException {
        assertThat(Soak.ofEvaluations(DATA_SETS, EVALUATIONS, 1, System.out).run())
                .isEmpty();
    }

    @Test
    void neitherDoesAFreshSeedFail() throws IOException {
        long seed = ThreadLocalRandom.current().nextInt(1 << 24);
        assertThat(Soak.ofEvaluations(DATA_SETS, EVALUATIONS, seed, System.out).run())
                .as("seed " + seed)
                .isEmpty();
    }
}
