package org.spolia.statistics.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class RegressionTreeTest {
    /** Distinct targets, so that no two splits are equally good up to rounding. */
    @Property(tries = 200)
    void everySplitIsTheBestOfAll(@ForAll long seed, @ForAll @IntRange(min = 1, max = 24) int rows) {
        Random random = new Random(seed);
        double[][] columns = {
            random.ints(rows, 0, 6).asDoubleStream().toArray(),
            random.doubles(rows).toArray()
        };
        double[] target = random.doubles(rows).toArray();
        RegressionTree tree = RegressionTree.fit(columns, ascending(columns), target);

        double[] expected = new double[rows];
        double removed = grow(columns, target, IntStream.range(0, rows).toArray(), 3, expected);
        double[] gains = new double[2];
        tree.addGains(gains);
        // Which of two columns gets the gain is open where both split the rows alike.
        assertThat(gains[0] + gains[1]).isCloseTo(removed, within(1e-12));
        for (int row = 0; row < rows; row++) {
            assertThat(tree.value(columns, row)).isCloseTo(expected[row], within(1e-12));
        }
    }

    /** Tries each threshold of each column, and returns the squared error that the splits remove. */
    private static double grow(double[][] columns, double[] target, int[] rows, int depth, double[] expected) {
        double mean =
                Arrays.stream(rows).mapToDouble(row -> target[row]).average().orElseThrow();
        double best = error(target, rows);
        double whole = best;
        int[] left = {};
        int[] right = {};
        for (int column = 0; column < columns.length && depth > 0; column++) {
            double[] values = columns[column];
            for (int bound : rows) {
                int[] below = Arrays.stream(rows)
                        .filter(row -> values[row] <= values[bound])
                        .toArray();
                int[] above = Arrays.stream(rows)
                        .filter(row -> values[row] > values[bound])
                        .toArray();
                double error = error(target, below) + error(target, above);
                if (above.length > 0 && error < best - 1e-13) {
                    best = error;
                    left = below;
                    right = above;
                }
            }
        }
        if (left.length == 0) {
            Arrays.stream(rows).forEach(row -> expected[row] = mean);
            return 0;
        }
        return whole
                - best
                + grow(columns, target, left, depth - 1, expected)
                + grow(columns, target, right, depth - 1, expected);
    }

    private static double error(double[] target, int[] rows) {
        double mean =
                Arrays.stream(rows).mapToDouble(row -> target[row]).average().orElse(0);
        return Arrays.stream(rows)
                .mapToDouble(row -> (target[row] - mean) * (target[row] - mean))
                .sum();
    }

    @Test
    void aThresholdLiesBetweenTheValuesOnItsSides() {
        double[][] columns = {{1, 3}};
        RegressionTree tree = RegressionTree.fit(columns, ascending(columns), new double[] {5, 9});

        assertThat(tree.value(new double[][] {{2}}, 0)).isEqualTo(5);
        assertThat(tree.value(new double[][] {{Math.nextUp(2.0)}}, 0)).isEqualTo(9);
    }

    /** Between neighbours there is no other double, so the lower one is the threshold. */
    @Test
    void neighboursAreSeparated() {
        for (double low : new double[] {1, 1 + Math.ulp(1.0), -1, Double.MIN_VALUE, Double.MAX_VALUE / 2}) {
            double high = Math.nextUp(low);
            double[][] columns = {{high, low}};
            RegressionTree tree = RegressionTree.fit(columns, ascending(columns), new double[] {9, 5});

            assertThat(tree.value(columns, 0)).isEqualTo(9);
            assertThat(tree.value(columns, 1)).isEqualTo(5);
        }
    }

    private static int[][] ascending(double[][] columns) {
        return Arrays.stream(columns)
                .map(values -> IntStream.range(0, values.length)
                        .boxed()
                        .sorted((a, b) -> Double.compare(values[a], values[b]))
                        .mapToInt(row -> row)
                        .toArray())
                .toArray(int[][]::new);
    }
}
