package org.spolia.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** {@link SplittableRandom} is SplitMix64 too, with the same constants. */
class RandomStreamTest {
    @Property(tries = 300)
    void aStreamHasTheBitsOfSplitMix64(@ForAll long seed, @ForAll long number) {
        RandomStream stream = RandomStream.of(seed, number);
        SplittableRandom twin = twin(seed, number);
        for (int draw = 0; draw < 5; draw++) {
            assertThat(stream.bits()).isEqualTo(twin.nextLong());
        }
        assertThat(stream.uniform())
                .isEqualTo((twin.nextLong() >>> 11) * 0x1p-53)
                .isBetween(0.0, Math.nextDown(1.0));
    }

    /** The upper half of the bits times the bound, in units of 2^32. */
    @Property(tries = 300)
    void aBoundedNumberIsAShareOfTheBound(@ForAll long seed, @ForAll @IntRange(min = 1) int bound) {
        long upper = twin(seed, 0).nextLong() >>> 32;

        assertThat(RandomStream.of(seed, 0).below(bound))
                .isEqualTo((int) Math.floor(upper * 0x1p-32 * bound))
                .isBetween(0, bound - 1);
    }

    @Property(tries = 300)
    void aShuffleExchangesEachPlaceWithOneBelow(@ForAll long seed, @ForAll @IntRange(min = 1, max = 20) int count) {
        int[] values = IntStream.range(0, count).toArray();
        int[] expected = values.clone();
        RandomStream.of(seed, 1).shuffle(values);
        RandomStream random = RandomStream.of(seed, 1);
        for (int place = count; place > 1; place--) {
            int other = random.below(place);
            int moved = expected[other];
            expected[other] = expected[place - 1];
            expected[place - 1] = moved;
        }

        assertThat(values).containsExactly(expected);
        assertThat(Arrays.stream(values).sorted())
                .containsExactly(IntStream.range(0, count).boxed().toArray(Integer[]::new));
    }

    private static SplittableRandom twin(long seed, long number) {
        return new SplittableRandom(new SplittableRandom(new SplittableRandom(seed).nextLong() + number).nextLong());
    }
}
