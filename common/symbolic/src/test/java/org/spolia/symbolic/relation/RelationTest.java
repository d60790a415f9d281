package org.spolia.symbolic.relation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

class RelationTest {
    private static final int ROWS = 700;
    private static final int MOST = 400;

    private static double[][] coordinates(int count, long seed) {
        Random random = new Random(seed);
        double[][] coordinates = new double[count][ROWS];
        for (double[] coordinate : coordinates) {
            for (int row = 0; row < ROWS; row++) {
                coordinate[row] = 0.5 + 2 * random.nextDouble();
            }
        }
        return coordinates;
    }

    private static double[] target(double[][] coordinates, ToDoubleFunction<double[]> law) {
        double[] target = new double[ROWS];
        for (int row = 0; row < ROWS; row++) {
            double[] point = new double[coordinates.length];
            for (int i = 0; i < point.length; i++) {
                point[i] = coordinates[i][row];
            }
            target[row] = law.applyAsDouble(point);
        }
        return target;
    }

    @Test
    void aQuotientOfPolynomialsIsRead() {
        double[][] x = coordinates(3, 1);
        double[] y = target(x, p -> p[0] * p[2] * p[2] / (Math.pow(p[0] - p[1] * p[1], 2) + p[1] * p[1] * p[2] * p[2]));

        Relation relation = Relation.of(Dictionary.quotients(3, 4, MOST).orElseThrow(), x, y)
                .orElseThrow();

        assertThat(relation.numerator()).containsExactly(new RelationTerm(1, List.of(1, 0, 2)));
        assertThat(relation.denominator())
                .containsExactlyInAnyOrder(
                        new RelationTerm(1, List.of(2, 0, 0)),
                        new RelationTerm(-2, List.of(1, 2, 0)),
                        new RelationTerm(1, List.of(0, 4, 0)),
                        new RelationTerm(1, List.of(0, 2, 2)));
    }

    @Test
    void productsMayHaveNegativeExponents() {
        double[][] x = coordinates(4, 2);
        double[] y = target(x, p -> p[0] * p[0] + Math.pow(p[1] * p[2] - 1 / (p[1] * p[3]), 2));

        Relation relation =
                Relation.of(Dictionary.products(4, 4, MOST).orElseThrow(), x, y).orElseThrow();

        assertThat(relation.denominator()).hasSize(1);
        assertThat(relation.numerator())
                .extracting(RelationTerm::exponents)
                .containsExactlyInAnyOrder(
                        List.of(2, 0, 0, 0), List.of(0, 2, 2, 0), List.of(0, 0, 1, -1), List.of(0, -2, 0, -2));
    }

    @Test
    void aNumeratorMayContainAFunction() {
        double[][] x = coordinates(2, 3);
        for (int row = 0; row < ROWS; row++) {
            x[0][row] /= 3;
            x[1][row] = Math.log(x[0][row]);
        }
        double[] y = target(x, p -> 1 - 8 * p[0] + 8 * Math.pow(p[0], 3) - Math.pow(p[0], 4) - 12 * p[0] * p[0] * p[1]);

        Relation relation = Relation.of(
                        Dictionary.withFunction(2, MOST, 4, 4, 1).orElseThrow(), x, y)
                .orElseThrow();

        assertThat(relation.numerator())
                .contains(new RelationTerm(8, List.of(3, 0)), new RelationTerm(-12, List.of(2, 1)));
    }

    /**
     * Smooth functions come close to quotients of polynomials, but not to sixteen digits of a function of two
     * variables.
     */
    @Test
    void smoothFunctionsAreNotRelations() {
        double[][] x = coordinates(2, 4);

        assertThat(Relation.of(
                        Dictionary.quotients(2, 3, MOST).orElseThrow(), x, target(x, p -> Math.exp(-p[0] * p[1]))))
                .isEmpty();
        assertThat(Relation.of(
                        Dictionary.quotients(2, 3, MOST).orElseThrow(), x, target(x, p -> Math.pow(p[0], 2.5) / p[1])))
                .isEmpty();
    }

    @Test
    void noiseHidesARelation() {
        double[][] x = coordinates(2, 5);
        Random random = new Random(6);

        Optional<Relation> relation = Relation.of(
                Dictionary.quotients(2, 2, MOST).orElseThrow(),
                x,
                target(x, p -> p[0] / (1 + p[1]) + 1e-3 * random.nextGaussian()));

        assertThat(relation).isEmpty();
    }

    @Test
    void sizesAreKnownBeforeAnythingIsBuilt() {
        for (int coordinates = 1; coordinates <= 5; coordinates++) {
            int quotients =
                    Dictionary.quotients(coordinates, 3, 1000).orElseThrow().size();
            int products =
                    Dictionary.products(coordinates, 3, 1000).orElseThrow().size();
            int beside = Dictionary.withFunction(coordinates + 1, 1000, 3, 2, 1)
                    .orElseThrow()
                    .size();

            assertThat(Dictionary.quotients(coordinates, 3, quotients)).isPresent();
            assertThat(Dictionary.quotients(coordinates, 3, quotients - 1)).isEmpty();
            assertThat(Dictionary.products(coordinates, 3, products)).isPresent();
            assertThat(Dictionary.products(coordinates, 3, products - 1)).isEmpty();
            assertThat(Dictionary.withFunction(coordinates + 1, beside, 3, 2, 1))
                    .isPresent();
            assertThat(Dictionary.withFunction(coordinates + 1, beside - 1, 3, 2, 1))
                    .isEmpty();
        }
        assertThat(Dictionary.quotients(10_000, 4, MOST)).isEmpty();
        assertThat(Dictionary.products(10_000, 4, MOST)).isEmpty();
        assertThat(Dictionary.withFunction(10_001, MOST, 4, 4, 1)).isEmpty();
    }
}
