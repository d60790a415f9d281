package org.spolia.experiment.planning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.spolia.experiment.row.Trial;

class AdmissionUnitsTest {
    private static final long MEBIBYTE = 1L << 20;

    @Property(tries = 500)
    void everyTrialIsAdmittedOnceInOrderAndNoUnitIsTooLarge(
            @ForAll @IntRange(max = 300) int count,
            @ForAll @IntRange(min = 1, max = 8) int slots,
            @ForAll @IntRange(min = 1, max = 50) int datasets,
            @ForAll @LongRange(min = 1, max = 256) long mebibytes,
            @ForAll @LongRange(min = 1, max = 100_000_000_000L) long cost) {
        List<Trial> trials = trials(count, datasets, cost);

        List<List<Trial>> units = AdmissionUnits.cut(trials, slots, trial -> mebibytes * MEBIBYTE);

        assertThat(units.stream().flatMap(List::stream)).containsExactlyElementsOf(trials);
        assertThat(units).allSatisfy(unit -> {
            long distinct = unit.stream().map(Trial::datasetId).distinct().count();
            assertThat(unit).hasSizeBetween(1, AdmissionUnits.MOST_ROWS_A_SLOT * slots * 3 / 2);
            assertThat(distinct * mebibytes * MEBIBYTE).isLessThanOrEqualTo(AdmissionUnits.MOST_BYTES);
        });
    }

    @Test
    void cheapTrialsFillAUnitUpToTheMostRows() {
        assertThat(AdmissionUnits.cut(trials(200, 3, 1), 2, trial -> 1))
                .extracting(List::size)
                .containsExactly(64, 64, 72);
    }

    @Test
    void costlyTrialsFillAUnitUpToTheLeastRows() {
        assertThat(AdmissionUnits.cut(trials(20, 3, Long.MAX_VALUE), 2, trial -> 1))
                .extracting(List::size)
                .containsExactly(8, 8, 4);
    }

    @Test
    void aSmallRemainderJoinsTheUnitBefore() {
        assertThat(AdmissionUnits.cut(trials(22, 3, Long.MAX_VALUE), 2, trial -> 1))
                .extracting(List::size)
                .containsExactly(8, 8, 6);
        assertThat(AdmissionUnits.cut(trials(19, 3, Long.MAX_VALUE), 2, trial -> 1))
                .extracting(List::size)
                .containsExactly(8, 11);
    }

    @Test
    void thirtySecondsASlotAreEnough() {
        assertThat(AdmissionUnits.cut(trials(92, 3, 1_000_000_000), 2, trial -> 1))
                .extracting(List::size)
                .containsExactly(60, 32);
    }

    private static List<Trial> trials(int count, int datasets, long cost) {
        return IntStream.range(0, count)
                .mapToObj(i -> new Trial(
                        "t" + i,
                        "p",
                        "d" + i % datasets,
                        "o",
                        List.of("+"),
                        "{}",
                        0,
                        0,
                        false,
                        i,
                        "uniform",
                        1,
                        1,
                        cost))
                .toList();
    }
}
