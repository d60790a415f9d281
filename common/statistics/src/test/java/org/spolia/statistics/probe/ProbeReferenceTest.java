package org.spolia.statistics.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.spolia.statistics.ArrayMetrics;
import org.spolia.statistics.References;

/**
 * Compares with scikit-learn, whose values src/test/python/probes.py wrote. Each sample has a constant feature and one
 * of another magnitude.
 */
class ProbeReferenceTest {
    private static final double[] PENALTIES = {1e-4, 1e-2, 1, 10};

    /** More rows than features, and fewer. */
    @ParameterizedTest
    @ValueSource(strings = {"tall", "wide"})
    void ridgeIsThatOfScikitLearn(String sample) {
        double[][] rows = References.matrix(sample + ".rows");
        double[] target = References.vector(sample + ".target");
        double[][] test = References.matrix(sample + ".test");
        int[] folds = folds(rows.length);

        for (int i = 0; i < PENALTIES.length; i++) {
            RidgeProbe fixed = RidgeProbe.fit(rows, target, new double[] {PENALTIES[i]}, folds);
            assertThat(fixed.predict(test))
                    .containsExactly(References.vector(sample + ".prediction." + i), within(1e-9));
        }
        RidgeProbe chosen = RidgeProbe.fit(rows, target, PENALTIES, folds);
        assertThat(chosen.penalty()).isCloseTo(References.number(sample + ".penalty"), within(1e-15));
        assertThat(chosen.predict(test)).containsExactly(References.vector(sample + ".prediction"), within(1e-9));
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3})
    void logisticRegressionIsThatOfScikitLearn(int count) {
        String sample = "logistic" + count;
        double[][] rows = References.matrix(sample + ".rows");
        LogisticProbe fit = LogisticProbe.fit(
                rows, References.integers(sample + ".classes"), count, new double[] {0.01}, folds(rows.length));

        double[][] probabilities = fit.probabilities(References.matrix(sample + ".test"));
        double[][] expected = References.matrix(sample + ".probabilities");
        for (int row = 0; row < expected.length; row++) {
            assertThat(probabilities[row]).containsExactly(expected[row], within(1e-6));
        }
        assertThat(fit.predict(References.matrix(sample + ".test"))).containsExactly(Classes.largest(expected));
        RidgeProbe ridge = RidgeProbe.classification(
                rows, References.integers(sample + ".classes"), count, new double[] {0.01}, folds(rows.length));
        assertThat(ridge.predictClasses(References.matrix(sample + ".test")))
                .containsExactly(References.integers(sample + ".ridge"));
    }

    @Test
    void neighboursAreThoseOfScikitLearn() {
        double[][] rows = References.matrix("neighbours.rows");
        NeighbourProbe fit = NeighbourProbe.regression(
                rows, References.vector("neighbours.target"), new int[] {5}, folds(rows.length));
        assertThat(fit.predict(References.matrix("neighbours.test")))
                .containsExactly(References.vector("neighbours.prediction"), within(1e-12));

        double[][] others = References.matrix("logistic3.rows");
        NeighbourProbe classes = NeighbourProbe.classification(
                others, References.integers("logistic3.classes"), 3, new int[] {7}, folds(others.length));
        assertThat(classes.predictClasses(References.matrix("logistic3.test")))
                .containsExactly(References.integers("logistic3.neighbours"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"arrays.tall", "arrays.wide"})
    void arraysArePredictedAsByScikitLearn(String sample) {
        double[][] rows = References.matrix(sample + ".rows");
        double[][] test = References.matrix(sample + ".test");
        double[][] targets = References.matrix(sample + ".targets");
        double[][] wanted = References.matrix(sample + ".wanted");
        int[] folds = folds(rows.length);

        RidgeProbe fit = RidgeProbe.ofArrays(rows, targets, PENALTIES, folds);

        double[][] prediction = fit.predictArrays(test);
        assertThat(fit.penalty()).isCloseTo(References.number(sample + ".penalty"), within(1e-15));
        assertClose(prediction, References.matrix(sample + ".prediction"), 1e-9);
        assertClose(
                NeighbourProbe.ofArrays(rows, targets, new int[] {5}, folds).predictArrays(test),
                References.matrix(sample + ".neighbours"),
                1e-12);
        assertThat(ArrayMetrics.r2(prediction, wanted)).isCloseTo(References.number(sample + ".r2"), within(1e-9));
        assertThat(ArrayMetrics.nrmse(prediction, wanted))
                .isCloseTo(References.number(sample + ".nrmse"), within(1e-9));
    }

    /** A separate fit at each position, to the rows with a value there. */
    @ParameterizedTest
    @ValueSource(strings = {"arrays.tall", "arrays.wide"})
    void missingValuesHaveNoPartInAFitOrAScore(String sample) {
        double[][] rows = References.matrix(sample + ".rows");
        double[][] wanted = References.matrix(sample + ".partial.wanted");
        RidgeProbe fit = RidgeProbe.ofArrays(
                rows, References.matrix(sample + ".partial.targets"), new double[] {0.01}, folds(rows.length));

        double[][] prediction = fit.predictArrays(References.matrix(sample + ".test"));

        assertClose(prediction, References.matrix(sample + ".partial.prediction"), 1e-8);
        assertThat(ArrayMetrics.r2(prediction, wanted))
                .isCloseTo(References.number(sample + ".partial.r2"), within(1e-8));
        assertThat(ArrayMetrics.nrmse(prediction, wanted))
                .isCloseTo(References.number(sample + ".partial.nrmse"), within(1e-8));
    }

    /** Several positions at once give the same bits as each alone, if they select the same penalty. */
    @Test
    void anArrayOfEqualNumbersIsThatNumberManyTimes() {
        double[][] rows = References.matrix("tall.rows");
        double[] target = References.vector("tall.target");
        double[][] test = References.matrix("tall.test");
        double[][] targets = Arrays.stream(target)
                .mapToObj(value -> new double[] {value, value, value})
                .toArray(double[][]::new);
        RidgeProbe one = RidgeProbe.fit(rows, target, PENALTIES, folds(rows.length));
        RidgeProbe many = RidgeProbe.ofArrays(rows, targets, PENALTIES, folds(rows.length));

        assertThat(many.penalty()).isEqualTo(one.penalty());
        double[] expected = one.predict(test);
        double[][] found = many.predictArrays(test);
        for (int row = 0; row < found.length; row++) {
            assertThat(found[row]).containsOnly(expected[row]);
        }
    }

    @Test
    void neighboursWithoutAValueAreSkipped() {
        double[][] rows = {{0}, {1}, {2}, {3}};
        double[][] targets = {
            {10, Double.NaN, 1}, {Double.NaN, Double.NaN, 3}, {20, Double.NaN, Double.NaN}, {30, Double.NaN, Double.NaN}
        };
        NeighbourProbe fit = NeighbourProbe.ofArrays(rows, targets, new int[] {2}, new int[] {0, 1, 0, 1});

        double[][] prediction = fit.predictArrays(new double[][] {{0.5}, {2.5}});
        assertThat(prediction[0]).containsExactly(10, Double.NaN, 2);
        assertThat(prediction[1]).containsExactly(25, Double.NaN, 2);
    }

    /** Between a penalty that allows fitting noise and one that allows no fit. */
    @Test
    void logisticRegressionChoosesByRowsThatAreLeftOut() {
        double[][] rows = References.matrix("logistic3.rows");
        LogisticProbe fit = LogisticProbe.fit(
                rows, References.integers("logistic3.classes"), 3, new double[] {1e-7, 1e-2, 1e3}, folds(rows.length));

        assertThat(fit.penalty()).isEqualTo(1e-2);
    }

    /** On a line, the mean of the two adjacent rows is exact. */
    @Test
    void neighboursAreChosenByRowsThatAreLeftOut() {
        double[][] rows =
                IntStream.range(0, 60).mapToObj(row -> new double[] {row}).toArray(double[][]::new);
        double[] target = IntStream.range(0, 60).mapToDouble(row -> 3 * row).toArray();

        assertThat(NeighbourProbe.regression(rows, target, new int[] {1, 2, 48}, folds(60))
                        .neighbours())
                .isEqualTo(2);
    }

    /**
     * If no other row determines the rows of a fold, a penalty that does not bind has an undefined left-out error, and
     * a greater one is selected.
     */
    @Test
    void aPenaltyWithoutASolutionIsNotChosen() {
        double[][] rows = {{1, 0}, {1, 0}, {0, 1}, {0, 1}};
        RidgeProbe fit =
                RidgeProbe.fit(rows, new double[] {1, 1, 3, 3}, new double[] {1e-14, 0.1}, new int[] {0, 0, 1, 1});

        assertThat(fit.penalty()).isEqualTo(0.1);
    }

    @Test
    void foldsWithoutRowsAreRefused() {
        assertThatThrownBy(() ->
                        RidgeProbe.fit(new double[][] {{1}, {2}}, new double[] {1, 2}, PENALTIES, new int[] {0, 0}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("needs two folds with rows");
    }

    /** The hash is the same on each JDK, for any compilation of the loops. */
    @Test
    void predictionsHaveTheSameBitsEverywhere() {
        double[][] rows = References.matrix("logistic3.rows");
        double[][] test = References.matrix("logistic3.test");
        int[] classes = References.integers("logistic3.classes");
        double[] target =
                Arrays.stream(rows).mapToDouble(row -> row[0] * row[0]).toArray();
        int[] folds = folds(rows.length);

        int hash = 31
                        * Arrays.hashCode(
                                RidgeProbe.fit(rows, target, PENALTIES, folds).predict(test))
                + 17
                        * Arrays.hashCode(NeighbourProbe.regression(rows, target, new int[] {3, 9}, folds)
                                .predict(test))
                + Arrays.deepHashCode(
                        LogisticProbe.fit(rows, classes, 3, PENALTIES, folds).probabilities(test));

        assertThat(hash).isEqualTo(384691896);
    }

    private static void assertClose(double[][] found, double[][] expected, double tolerance) {
        assertThat(found.length).isEqualTo(expected.length);
        for (int row = 0; row < expected.length; row++) {
            assertThat(found[row]).containsExactly(expected[row], within(tolerance));
        }
    }

    private static int[] folds(int rows) {
        return IntStream.range(0, rows).map(row -> row % 5).toArray();
    }
}
