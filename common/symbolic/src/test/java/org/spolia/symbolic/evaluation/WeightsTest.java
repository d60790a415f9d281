package org.spolia.symbolic.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.spolia.symbolic.evaluation.fitting.FitLimits;
import org.spolia.symbolic.evaluation.fitting.LevenbergMarquardt;
import org.spolia.symbolic.expression.Expression;
import org.spolia.symbolic.expression.Tree;

/** A row with the weight 3 counts like three rows. */
class WeightsTest {
    private static final int ROWS = 700;
    private static final List<String> VARIABLES = List.of("x", "y");

    private Sample weighted;
    private Sample repeated;

    @BeforeEach
    void draw() {
        SplittableRandom random = new SplittableRandom(8);
        double[][] columns = new double[2][ROWS];
        double[] target = new double[ROWS];
        double[] weights = new double[ROWS];
        int total = 0;
        for (int row = 0; row < ROWS; row++) {
            columns[0][row] = random.nextDouble(0.5, 3);
            columns[1][row] = random.nextDouble(0.5, 3);
            target[row] = 2 * Math.exp(-0.7 * columns[0][row]) + columns[1][row] + random.nextGaussian();
            weights[row] = 1 + random.nextInt(4);
            total += (int) weights[row];
        }
        double[][] repeatedColumns = new double[2][total];
        double[] repeatedTarget = new double[total];
        int at = 0;
        for (int row = 0; row < ROWS; row++) {
            for (int copy = 0; copy < weights[row]; copy++) {
                repeatedColumns[0][at] = columns[0][row];
                repeatedColumns[1][at] = columns[1][row];
                repeatedTarget[at++] = target[row];
            }
        }
        weighted = Sample.of(columns, target, weights);
        repeated = Sample.of(repeatedColumns, repeatedTarget);
    }

    private static Tree tree(String formula) {
        return Expression.parse(formula, VARIABLES).toTree();
    }

    @Test
    void meanAndVarianceAreThoseOfRepeatedRows() {
        assertThat(weighted.mean()).isCloseTo(repeated.mean(), within(1e-12));
        assertThat(weighted.variance()).isCloseTo(repeated.variance(), within(1e-12));
        assertThat(weighted.take(new int[] {3, 5, 8}).rows()).isEqualTo(3);
    }

    @Test
    void lossesAreThoseOfRepeatedRows() {
        agree(new Evaluator(), 1e-12);
        agree(Evaluator.single(), 1e-5);
    }

    private void agree(Evaluator evaluator, double tolerance) {
        for (String formula : List.of("x", "x*y - 2", "exp(-x) + y", "1.5")) {
            Tree tree = tree(formula);
            assertThat(evaluator.residualSquares(tree, weighted) / weighted.rows())
                    .isCloseTo(evaluator.residualSquares(tree, repeated) / repeated.rows(), within(tolerance * 10));
            double loss = evaluator.scaledResidualSquares(tree, weighted) / weighted.rows();
            double slope = evaluator.slope();
            double intercept = evaluator.intercept();
            double originLoss = evaluator.originResidualSquares() / weighted.rows();
            assertThat(loss)
                    .isCloseTo(
                            evaluator.scaledResidualSquares(tree, repeated) / repeated.rows(), within(tolerance * 10));
            assertThat(slope).isCloseTo(evaluator.slope(), within(tolerance * 10));
            assertThat(intercept).isCloseTo(evaluator.intercept(), within(tolerance * 10));
            assertThat(originLoss)
                    .isCloseTo(evaluator.originResidualSquares() / repeated.rows(), within(tolerance * 100));
        }
    }

    /** Nearly all of the variance is explained, so that the residuals are summed directly. */
    @Test
    void smallLossesAreThoseOfRepeatedRows() {
        Evaluator evaluator = new Evaluator();
        double[] target =
                evaluator.predict(tree("3*x*y + 1 + 1e-6*sin(100*x)").toExpression(), new double[0], weighted);
        double[][] columns = new double[2][ROWS];
        double[] weights = new double[ROWS];
        for (int row = 0; row < ROWS; row++) {
            columns[0][row] = weighted.value(0, row);
            columns[1][row] = weighted.value(1, row);
            weights[row] = 1 + row % 3;
        }
        Sample sample = Sample.of(columns, target, weights);
        double loss = evaluator.scaledResidualSquares(tree("x*y"), sample);
        Tree fitted = tree("x*y*" + evaluator.slope() + " + " + evaluator.intercept());
        assertThat(loss)
                .isCloseTo(evaluator.residualSquares(fitted, sample), within(1e-9 * loss))
                .isPositive();
    }

    @Test
    void fittedConstantsAreThoseOfRepeatedRows() {
        for (boolean scaled : List.of(false, true)) {
            // A slope that is eliminated leaves one factor less to fit.
            String formula = scaled ? "exp(-x*0.4) + y*0.9" : "1.5*exp(-x*0.4) + y*0.9";
            Tree first = tree(formula);
            Tree second = tree(formula);
            fit(first, weighted, scaled);
            fit(second, repeated, scaled);
            assertThat(first.toExpression().constants())
                    .containsExactly(second.toExpression().constants(), within(1e-5));
        }
    }

    private static void fit(Tree tree, Sample sample, boolean scaled) {
        Evaluator evaluator = new Evaluator();
        double loss = scaled ? evaluator.scaledResidualSquares(tree, sample) : evaluator.residualSquares(tree, sample);
        new LevenbergMarquardt(evaluator).fitConstants(tree, sample, loss, scaled, FitLimits.thorough(60));
    }

    @Test
    void mistakesAreNamed() {
        double[][] columns = {{1, 2}};
        double[] target = {1, 2};
        assertThatThrownBy(() -> Sample.of(columns, target, new double[] {1}))
                .hasMessage("There are 1 weights for 2 rows");
        assertThatThrownBy(() -> Sample.of(columns, target, new double[] {1, 0}))
                .hasMessage("Weights must be > 0 and finite: 0.0");
    }
}
