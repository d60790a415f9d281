package org.spolia.statistics.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** What every probe does to its rows before it fits. */
class PreparationTest {
    @Test
    void foldsHoldTheirRowsInOrder() {
        Folds folds = Folds.of(new double[5][1], new int[] {1, 0, 2, 0, 1});

        assertThat(folds.members()).isDeepEqualTo(new int[][] {{1, 3}, {0, 4}, {2}});
        assertThat(folds.outside(0, 5)).containsExactly(0, 2, 4);
        assertThat(folds.outside(2, 5)).containsExactly(0, 1, 3, 4);
    }

    @Test
    void everyFoldHasRowsAndEveryRowAFold() {
        assertThatThrownBy(() -> Folds.of(new double[2][1], new int[] {0}))
                .hasMessage("There are 2 rows and folds for 1; they must match");
        assertThatThrownBy(() -> Folds.of(new double[2][1], new int[] {0, 2}))
                .hasMessage("An inner validation needs two folds with rows; got the numbers [0, 2]");
        assertThatThrownBy(() -> Folds.of(new double[0][1], new int[0])).hasMessageContaining("two folds");
    }

    /** The deviations are 2 and 1; the third feature is constant, and its mean rounds. */
    @Test
    void featuresHaveMeanZeroAndDeviationOne() {
        double[][] rows = {{1, 10, 0.1}, {5, 10, 0.1}, {1, 12, 0.1}, {5, 12, 0.1}};
        Standardisation standardisation = Standardisation.of(rows);

        assertThat(standardisation.apply(rows)[1]).containsExactly(new double[] {1, -1, 0}, within(1e-15));
        assertThat(standardisation.apply(new double[][] {{7, 11, 2.1}})[0])
                .containsExactly(new double[] {2, 0, 2}, within(1e-15));
        assertThat(rows[0]).containsExactly(1, 10, 0.1);
    }

    @Test
    void ofEqualScoresTheFirstClassWins() {
        assertThat(Classes.largest(new double[][] {{1, 3, 3}, {-1, -2, -3}, {0, 0, 1}}))
                .containsExactly(1, 0, 2);
        assertThat(Classes.oneHot(new int[] {2, 0}, 3)).isDeepEqualTo(new double[][] {{0, 0, 1}, {1, 0, 0}});
    }

    /** Newton's condition for the minimum of a sum of quartics and of a quadratic form: no slope. */
    @Test
    void theMinimumHasNoSlope() {
        int[] calls = {0};
        Lbfgs.Objective bowl = (place, gradient) -> {
            calls[0]++;
            double value = 0;
            for (int i = 0; i < place.length; i++) {
                double distance = place[i] - i;
                double weight = Math.pow(10, i);
                value += weight * distance * distance / 2 + Math.pow(distance, 4) / 4;
                gradient[i] = weight * distance + Math.pow(distance, 3);
            }
            return value;
        };
        double[] start = {3, -3, 3, -3};

        double[] found = Lbfgs.minimise(bowl, start);

        assertThat(found).containsExactly(new double[] {0, 1, 2, 3}, within(1e-8));
        assertThat(start).containsExactly(3, -3, 3, -3);
        // Gradient descent needs thousands of steps for a condition number of 1000.
        assertThat(calls[0]).isLessThan(60);
        assertThat(Lbfgs.minimise(bowl, found)).containsExactly(found);
    }
}
