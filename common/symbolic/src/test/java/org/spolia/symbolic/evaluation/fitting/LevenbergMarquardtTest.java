package org.spolia.symbolic.evaluation.fitting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.spolia.symbolic.evaluation.Evaluator;
import org.spolia.symbolic.evaluation.Kernels;
import org.spolia.symbolic.evaluation.Sample;
import org.spolia.symbolic.evaluation.ScalarKernels;
import org.spolia.symbolic.expression.Expression;
import org.spolia.symbolic.expression.Opcode;
import org.spolia.symbolic.expression.Operator;
import org.spolia.symbolic.expression.Tree;

class LevenbergMarquardtTest {
    private static final List<String> VARIABLES = List.of("x", "y");

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void derivativesAgreeWithDifferences(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Kernels kernels = new ScalarKernels();
        for (Operator operator : Operator.all()) {
            Tree tree = new Tree(16);
            tree.variable(0).parameter(0).operator(Opcode.MUL);
            if (operator.arity() == 2) {
                tree.parameter(1).variable(1).operator(Opcode.ADD);
            }
            tree.operator(operator.opcode()).parameter(0).operator(Opcode.DIV);
            // Every argument is below 1, except for the one operator whose domain begins there.
            double least = operator.opcode() == Opcode.ACOSH ? 4 : 0.2;
            double[] parameters = {least + 0.3 * random.nextDouble(), 0.2 + 0.3 * random.nextDouble()};
            double[][] columns = {new double[40], new double[40]};
            for (int row = 0; row < 40; row++) {
                columns[0][row] = 0.3 + random.nextDouble();
                columns[1][row] = 0.3 + random.nextDouble();
            }
            Sample sample = Sample.of(columns, new double[40]);
            Jacobian jacobian = new Jacobian(kernels);
            jacobian.begin(tree, parameters);
            jacobian.forward(sample, 0);
            double[][] derivatives = jacobian.reverse(sample.paddedRows(0), 2);
            for (int parameter = 0; parameter < 2; parameter++) {
                double[] above = parameters.clone();
                double[] below = parameters.clone();
                above[parameter] += 1e-6;
                below[parameter] -= 1e-6;
                double[] high = new Evaluator(kernels).predict(tree.toExpression(), above, sample);
                double[] low = new Evaluator(kernels).predict(tree.toExpression(), below, sample);
                for (int row = 0; row < 40; row++) {
                    double expected = (high[row] - low[row]) / 2e-6;
                    assertThat(derivatives[parameter][row])
                            .as("%s by parameter %d", operator, parameter)
                            .isCloseTo(expected, within(1e-7 * (1 + Math.abs(expected))));
                }
            }
        }
    }

    @Test
    void fitsAModelWithParametersInSeveralPlaces() {
        Expression model = Expression.parse("(b1/b2)*exp(-0.5*((x-b3)/b2)^2)", List.of("x"), List.of("b1", "b2", "b3"));
        double[][] columns = {new double[50]};
        for (int row = 0; row < 50; row++) {
            columns[0][row] = row;
        }
        double[] truth = {3, 4, 22};
        double[] target = new Evaluator().predict(model, truth, Sample.of(columns, new double[50]));
        Fit fit = new LevenbergMarquardt(new Evaluator())
                .fit(model, Sample.of(columns, target), new double[] {1, 8, 30}, FitLimits.thorough(200));
        assertThat(fit.parameters()).containsExactly(truth, within(1e-8));
        assertThat(fit.residualSquares()).isLessThan(1e-20);
    }

    @Test
    void scaledFitEliminatesInterceptAndSlope() {
        SplittableRandom random = new SplittableRandom(7);
        double[][] columns = {new double[200], new double[200]};
        for (int row = 0; row < 200; row++) {
            columns[0][row] = random.nextDouble() * 3;
            columns[1][row] = random.nextDouble() * 3;
        }
        double[] target = new Evaluator().predict(Expression.parse("100 - 7*exp(-1.3*x)*y", VARIABLES), columns);
        Sample sample = Sample.of(columns, target);
        Tree tree = Expression.parse("exp(-0.2*x)*y", VARIABLES).toTree();
        Evaluator evaluator = new Evaluator();
        LevenbergMarquardt solver = new LevenbergMarquardt(evaluator);
        double before = evaluator.scaledResidualSquares(tree, sample);
        double after = solver.fitConstants(tree, sample, before, true, FitLimits.thorough(50));
        assertThat(after).isLessThan(1e-18);
        assertThat(evaluator.scaledResidualSquares(tree, sample)).isLessThan(1e-18);
        assertThat(evaluator.slope()).isCloseTo(-7, within(1e-7));
        assertThat(evaluator.intercept()).isCloseTo(100, within(1e-7));
    }

    @Test
    void neverReturnsALossAboveTheFirst() {
        double[][] columns = {{1, 2, 3, 4}, {4, 3, 2, 1}};
        Sample sample = Sample.of(columns, new double[] {1, -1, 1, -1});
        Tree tree = Expression.parse("log(x - 0.5)*sqrt(y - 0.9) + 1/(x - 2.0001)", VARIABLES)
                .toTree();
        Evaluator evaluator = new Evaluator();
        double before = evaluator.residualSquares(tree, sample);
        double after = new LevenbergMarquardt(evaluator).fitConstants(tree, sample, before, false, FitLimits.quick(8));
        assertThat(after).isLessThanOrEqualTo(before);
        assertThat(evaluator.residualSquares(tree, sample)).isEqualTo(after);
    }
}
