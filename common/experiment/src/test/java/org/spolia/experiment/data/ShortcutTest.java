package org.spolia.experiment.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.spolia.statistics.Correlation;

class ShortcutTest {
    private static final int ROWS = 5000;
    private static final Dataset PLAIN =
            Dataset.of("p", "y", List.of("x"), Map.of(Split.TRAIN, rows(0), Split.TEST, rows(1), Split.OOD, rows(2)));
    private static final Dataset WITH = Shortcut.addedTo(PLAIN, 0);

    @Test
    void itFollowsTheTargetInTheTrainingBoxAlone() {
        // The standard error of a correlation of 0.9 over 5000 rows is 0.003, that of 0 is 0.014.
        assertThat(correlation(Split.TRAIN)).isCloseTo(Shortcut.CORRELATION, within(0.012));
        assertThat(correlation(Split.TEST)).isCloseTo(Shortcut.CORRELATION, within(0.012));
        assertThat(correlation(Split.OOD)).isCloseTo(0, within(0.05));
    }

    @Test
    void itComesAfterTheVariablesAndLeavesThemAlone() {
        assertThat(WITH.variables()).containsExactly("x", Shortcut.NAME);
        assertThat(WITH.rows(Split.OOD).columns()[0])
                .isEqualTo(PLAIN.rows(Split.OOD).columns()[0]);
        assertThat(WITH.rows(Split.TEST).target())
                .isEqualTo(PLAIN.rows(Split.TEST).target());
        assertThat(Shortcut.isIn(WITH)).isTrue();
        assertThat(Shortcut.isIn(PLAIN)).isFalse();
    }

    @Test
    void theSameDataAndSeedGiveTheSameBits() {
        assertThat(Shortcut.addedTo(PLAIN, 0).datasetId()).isEqualTo(WITH.datasetId());
        assertThat(Shortcut.addedTo(PLAIN, 1).datasetId()).isNotEqualTo(WITH.datasetId());
    }

    @Test
    void silencedItIsItsMean() {
        double[][] columns = WITH.rows(Split.OOD).columns();
        double[] silenced = Shortcut.silenced(WITH, columns)[1];
        double mean = Arrays.stream(WITH.rows(Split.TRAIN).columns()[1]).sum() / ROWS;

        assertThat(silenced).hasSize(ROWS).containsOnly(silenced[0]);
        assertThat(silenced[0]).isCloseTo(mean, within(1e-12));
        assertThat(columns[1]).isNotEqualTo(silenced);
    }

    private static double correlation(Split split) {
        Rows rows = WITH.rows(split);
        return Correlation.pearson(rows.columns()[1], rows.target());
    }

    private static Rows rows(int stream) {
        CounterRandom random = CounterRandom.of(ContentHash.of("rows").add(stream));
        double[] x = IntStream.range(0, ROWS).mapToDouble(random::uniform).toArray();
        return Rows.measured(
                new double[][] {x},
                Arrays.stream(x).map(value -> 7 + 3 * value * value).toArray());
    }
}
