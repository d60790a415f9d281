package org.spolia.statistics.effect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class OneWayTest {
    /**
     * Two groups of three values. Within: (1 + 0 + 1 + 1 + 0 + 1) / (6 - 2) = 1. Between: 3 (3² + 3²) / (2 - 1) = 54,
     * so τ² = (54 - 1) / 3.
     */
    @Test
    void balancedGroupsHaveTheVariancesOfTheTable() {
        OneWay model = OneWay.of(new double[] {1, 7, 2, 8, 3, 9}, new int[] {0, 1, 0, 1, 0, 1}, 2, i -> true);

        assertThat(model.mean()).isEqualTo(5);
        assertThat(model.mean(0)).isEqualTo(2);
        assertThat(model.count(1)).isEqualTo(3);
        assertThat(model.pull()).isCloseTo(3 / 53.0, within(1e-15));
        assertThat(model.shrunk(0)).isCloseTo((3 * 2 + 3 / 53.0 * 5) / (3 + 3 / 53.0), within(1e-15));
    }

    /**
     * Groups of 3 and 1 values, and an empty one; the last value is left out. Within: 2 / (4 - 2) = 1. Between:
     * 3 · 1.5² + 4.5² = 27, n = (4 - (9 + 1) / 4) / 1 = 1.5, so τ² = 26 / 1.5.
     */
    @Test
    void groupsMayDifferInSize() {
        OneWay model = OneWay.of(new double[] {1, 2, 3, 8, 1e9}, new int[] {0, 0, 0, 2, 2}, 3, i -> i < 4);

        assertThat(model.mean()).isEqualTo(3.5);
        assertThat(model.mean(1)).isNaN();
        assertThat(model.pull()).isCloseTo(1.5 / 26, within(1e-15));
        assertThat(model.shrunk(1)).isEqualTo(3.5);
        assertThat(model.shrunk(2)).isCloseTo((8 + 1.5 / 26 * 3.5) / (1 + 1.5 / 26), within(1e-15));
    }

    @Test
    void groupsThatDifferLessThanTheirValuesShareTheGrandMean() {
        OneWay model = OneWay.of(new double[] {0, 10, 1, 11}, new int[] {0, 0, 1, 1}, 2, i -> true);

        assertThat(model.pull()).isInfinite();
        assertThat(model.shrunk(0)).isEqualTo(5.5);
    }

    @Test
    void oneGroupHasNoSpread() {
        OneWay model = OneWay.of(new double[] {1, 3}, new int[] {0, 0}, 1, i -> true);

        assertThat(model.pull()).isInfinite();
        assertThat(model.shrunk(0)).isEqualTo(2);
    }
}
