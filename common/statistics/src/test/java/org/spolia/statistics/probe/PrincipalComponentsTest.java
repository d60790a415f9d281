package org.spolia.statistics.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.spolia.statistics.Correlation;
import org.spolia.statistics.Moments;

class PrincipalComponentsTest {
    private static final int ROWS = 60;

    /**
     * Half of the features follow a strong unrelated signal, a third the target, with more or fewer features than rows.
     */
    @ParameterizedTest
    @ValueSource(ints = {12, 120})
    void theFirstComponentIsTheOneThatGoesWithTheTarget(int features) {
        double[] target = new double[ROWS];
        double[][] rows = rows(new Random(1), features, target);

        PrincipalComponents chosen = PrincipalComponents.of(rows, target, 3);

        double[][] components = chosen.of(rows);
        assertThat(chosen.count()).isEqualTo(3);
        assertThat(Correlation.pearson(components[0], target)).isGreaterThan(0.9);
        for (int i = 0; i < components.length; i++) {
            assertThat(Moments.mean(components[i])).isCloseTo(0, within(1e-9));
            assertThat(Moments.populationVariance(components[i])).isCloseTo(1, within(1e-9));
            assertThat(Correlation.pearson(components[i], target)).isGreaterThanOrEqualTo(0);
            for (int j = 0; j < i; j++) {
                assertThat(Correlation.pearson(components[i], components[j])).isCloseTo(0, within(1e-9));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {12, 120})
    void otherRowsAreSeenAlongTheSameDirections(int features) {
        double[] target = new double[ROWS];
        PrincipalComponents chosen = PrincipalComponents.of(rows(new Random(1), features, target), target, 1);
        double[] unseen = new double[ROWS];

        double[][] components = chosen.of(rows(new Random(2), features, unseen));

        assertThat(Correlation.pearson(components[0], unseen)).isGreaterThan(0.8);
    }

    @ParameterizedTest
    @ValueSource(ints = {12, 120})
    void rowsThatVaryInOneDirectionHaveOneComponent(int features) {
        double[][] rows = new double[ROWS][features];
        double[] target = new double[ROWS];
        for (int row = 0; row < ROWS; row++) {
            target[row] = row;
            Arrays.fill(rows[row], -row);
        }

        assertThat(PrincipalComponents.of(rows, target, 4).count()).isEqualTo(1);
    }

    private static double[][] rows(Random random, int features, double[] target) {
        double[][] rows = new double[target.length][features];
        for (int row = 0; row < rows.length; row++) {
            double stranger = random.nextGaussian();
            target[row] = random.nextGaussian();
            for (int i = 0; i < features; i++) {
                double signal = i % 2 == 0 ? stranger : i % 3 == 0 ? 0 : target[row];
                rows[row][i] = 5 + signal + random.nextGaussian() / 4;
            }
        }
        return rows;
    }
}
