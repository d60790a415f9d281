package org.spolia.jobs.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.spolia.experiment.row.Trial;

class TaskGroupsTest {
    private static final long SHORT = 60_000_000;
    private static final long LONG = 2_000_000_000;

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 15, 16, 17, 64, 200, 1000})
    void everyTrialIsInOneTaskInOrderAndNoTaskIsLong(int count) {
        List<Trial> trials = trials(new Random(count)
                .longs(count, 0, LONG)
                .boxed()
                .sorted(Comparator.reverseOrder())
                .toList());

        List<List<Trial>> groups = TaskGroups.of(trials);

        assertThat(groups.stream().flatMap(List::stream)).containsExactlyElementsOf(trials);
        assertThat(groups).allSatisfy(group -> {
            long cost = group.stream()
                    .mapToLong(trial -> trial.estimatedNodeRows() + TaskGroups.NODE_ROWS_OF_A_START)
                    .sum();
            assertThat(group.size() == 1 || cost <= TaskGroups.NODE_ROWS).isTrue();
        });
        assertThat(groups).hasSizeGreaterThanOrEqualTo(Math.min(trials.size(), TaskGroups.LEAST_TASKS));
    }

    @Test
    void shortTrialsShareATaskAndALongOneHasItsOwn() {
        List<Long> costs = LongStream.concat(
                        LongStream.of(LONG, LONG), LongStream.range(0, 94).map(i -> SHORT))
                .boxed()
                .toList();

        assertThat(TaskGroups.of(trials(costs)))
                .extracting(List::size)
                .startsWith(1, 1, 6, 6)
                .endsWith(6, 4);
    }

    @Test
    void aFewTrialsShareNothing() {
        assertThat(TaskGroups.of(trials(List.of(1L, 1L, 1L)))).hasSize(3);
        assertThat(TaskGroups.of(List.of())).isEmpty();
    }

    @Test
    void aTrialWithoutABoundIsAlone() {
        assertThat(TaskGroups.of(trials(
                        LongStream.range(0, 64).map(i -> Long.MAX_VALUE).boxed().toList())))
                .hasSize(64);
    }

    private static List<Trial> trials(List<Long> costs) {
        return IntStream.range(0, costs.size())
                .mapToObj(i -> new Trial(
                        "t" + i, "p", "d", "o", List.of("+"), "{}", 0, 0, false, i, "uniform", 1, 1, costs.get(i)))
                .toList();
    }
}
