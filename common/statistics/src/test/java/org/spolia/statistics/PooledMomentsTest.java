package org.spolia.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class PooledMomentsTest {
    private static final float[] VALUES = values(5000);

    @Test
    void areTheMomentsOfTheValues() {
        double[] wide = wide(VALUES);
        PooledMoments moments = PooledMoments.of(VALUES);

        assertThat(moments.count()).isEqualTo(VALUES.length);
        assertThat(moments.mean()).isCloseTo(Moments.mean(wide), within(1e-9));
        assertThat(moments.deviation()).isCloseTo(Moments.populationDeviation(wide), within(1e-12));
        assertThat(moments.rootMeanSquare())
                .isCloseTo(
                        Math.sqrt(Arrays.stream(wide).map(x -> x * x).average().orElseThrow()), within(1e-9));
    }

    @Test
    void partsGiveTheMomentsOfTheWhole() {
        PooledMoments pooled = PooledMoments.NONE;
        for (int from = 0; from < VALUES.length; from += 777) {
            pooled = pooled.with(
                    PooledMoments.of(Arrays.copyOfRange(VALUES, from, Math.min(VALUES.length, from + 777))));
        }
        PooledMoments whole = PooledMoments.of(VALUES);

        assertThat(pooled.count()).isEqualTo(whole.count());
        assertThat(pooled.mean()).isCloseTo(whole.mean(), within(1e-9));
        assertThat(pooled.squares()).isCloseTo(whole.squares(), within(1e-9 * whole.squares()));
    }

    @Test
    void changesAreDifferencesInDoublePrecision() {
        float[] after = values(VALUES.length + 1);
        float[] before = Arrays.copyOf(VALUES, after.length);
        double[] changes = new double[after.length];
        Arrays.setAll(changes, i -> (double) after[i] - before[i]);
        PooledMoments moments = PooledMoments.ofChanges(before, after);

        assertThat(moments.mean()).isCloseTo(Moments.mean(changes), within(1e-9));
        assertThat(moments.deviation()).isCloseTo(Moments.populationDeviation(changes), within(1e-12));
    }

    @Test
    void oneValueThatIsNotFiniteIsNotLost() {
        for (float odd : new float[] {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY}) {
            PooledMoments moments = PooledMoments.of(new float[] {1, odd, 2});

            assertThat(moments.isFinite()).isFalse();
            assertThat(PooledMoments.of(VALUES).with(moments).isFinite()).isFalse();
        }
        assertThat(PooledMoments.of(new float[] {Float.MAX_VALUE, -Float.MAX_VALUE})
                        .isFinite())
                .isTrue();
    }

    @Test
    void nothingAddsNothing() {
        PooledMoments moments = PooledMoments.of(VALUES);

        assertThat(PooledMoments.of(new float[0])).isEqualTo(PooledMoments.NONE);
        assertThat(PooledMoments.NONE.with(moments)).isEqualTo(moments);
        assertThat(moments.with(PooledMoments.NONE)).isEqualTo(moments);
    }

    /** Values far from zero relative to their spread, which one pass would lose. */
    private static float[] values(int count) {
        SplittableRandom random = new SplittableRandom(count);
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = (float) (1000 + random.nextDouble());
        }
        return values;
    }

    private static double[] wide(float[] values) {
        double[] wide = new double[values.length];
        Arrays.setAll(wide, i -> values[i]);
        return wide;
    }
}
