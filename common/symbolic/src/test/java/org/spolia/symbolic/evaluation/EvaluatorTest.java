package org.spolia.symbolic.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.spolia.symbolic.expression.Expression;
import org.spolia.symbolic.expression.Opcode;
import org.spolia.symbolic.expression.Operator;
import org.spolia.symbolic.expression.RandomTrees;
import org.spolia.symbolic.expression.Tree;

class EvaluatorTest {
    private static final List<String> VARIABLES = List.of("x", "y", "z");

    @Property(tries = 500)
    void agreesWithEvaluationPointByPoint(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 40) int size,
            @ForAll @IntRange(min = 1, max = 600) int rows) {
        SplittableRandom random = new SplittableRandom(seed);
        Expression expression = new RandomTrees(random, Operator.all(), 3).next(size);
        double[][] columns = columns(random, rows);
        double[] values = new Evaluator().predict(expression, columns);
        for (int row = 0; row < rows; row++) {
            double expected = point(expression, columns, row);
            assertThat(Double.doubleToLongBits(values[row])).isEqualTo(Double.doubleToLongBits(expected));
        }
    }

    @Test
    void sumsTheSquaresOfTheResiduals() {
        double[][] columns = columns(new SplittableRandom(1), 1003);
        double[] target = new Evaluator().predict(parse("2*x + sin(y) + 1"), columns);
        Sample sample = Sample.of(columns, target);
        Evaluator evaluator = new Evaluator();
        double expected = 0;
        double[] values = evaluator.predict(parse("x*y"), columns);
        for (int row = 0; row < target.length; row++) {
            expected += (values[row] - target[row]) * (values[row] - target[row]);
        }
        assertThat(evaluator.residualSquares(parse("x*y").toTree(), sample))
                .isCloseTo(expected, within(1e-9 * expected));
    }

    @Test
    void manyTreesAtOnceHaveTheLossesThatTheyHaveAlone() {
        SplittableRandom random = new SplittableRandom(8);
        double[][] columns = columns(random, 1300);
        Sample sample = Sample.of(columns, columns[2]);
        RandomTrees generator = new RandomTrees(random, Operator.all(), 3);
        List<Tree> trees = Stream.generate(
                        () -> generator.next(random.nextInt(1, 40)).toTree())
                .limit(200)
                .toList();
        double[] losses = new double[200];
        for (Evaluator evaluator : List.of(new Evaluator(), Evaluator.single())) {
            evaluator.residualSquares(trees, sample, losses);
            for (int i = 0; i < losses.length; i++) {
                assertThat(losses[i]).isEqualTo(evaluator.residualSquares(trees.get(i), sample));
            }
        }
    }

    @Test
    void findsTheBestInterceptAndSlope() {
        double[][] columns = columns(new SplittableRandom(2), 300);
        double[] target = new Evaluator().predict(parse("1e6 + 3*sin(x*y)"), columns);
        Evaluator evaluator = new Evaluator();
        double loss = evaluator.scaledResidualSquares(parse("sin(x*y)").toTree(), Sample.of(columns, target));
        assertThat(evaluator.slope()).isCloseTo(3, within(1e-8));
        assertThat(evaluator.intercept()).isCloseTo(1e6, within(1e-6));
        assertThat(loss).isLessThan(1e-15);
    }

    @Test
    void neverWorsensTheMeanByScaling() {
        double[][] columns = columns(new SplittableRandom(3), 50);
        Sample sample = Sample.of(columns, columns[2]);
        Evaluator evaluator = new Evaluator();
        assertThat(evaluator.scaledResidualSquares(parse("5").toTree(), sample)).isEqualTo(sample.sumOfSquares());
        assertThat(evaluator.scaledResidualSquares(parse("x").toTree(), sample))
                .isLessThanOrEqualTo(sample.sumOfSquares());
    }

    @Test
    void aValueThatIsNotFiniteMakesTheLossInfinite() {
        double[][] columns = columns(new SplittableRandom(4), 700);
        columns[0][699] = -1;
        Sample sample = Sample.of(columns, columns[2]);
        Evaluator evaluator = new Evaluator();
        assertThat(evaluator.residualSquares(parse("log(x + 0*y)").toTree(), sample))
                .isInfinite();
        assertThat(evaluator.scaledResidualSquares(parse("log(x + 0*y)").toTree(), sample))
                .isInfinite();
    }

    @Test
    void derivesTheOtherTwoLossesFromTheSameMoments() {
        double[][] columns = columns(new SplittableRandom(5), 400);
        double[] target = new Evaluator().predict(parse("x*y + 0.3*z"), columns);
        Sample sample = Sample.of(columns, target);
        Evaluator evaluator = new Evaluator();
        evaluator.scaledResidualSquares(parse("x*y").toTree(), sample);
        double slope = evaluator.originSlope();
        double origin = evaluator.originResidualSquares();
        double raw = evaluator.rawResidualSquares();
        assertThat(raw).isCloseTo(evaluator.residualSquares(parse("x*y").toTree(), sample), within(1e-6));
        assertThat(origin)
                .isCloseTo(evaluator.residualSquares(parse(slope + "*(x*y)").toTree(), sample), within(1e-6));
    }

    @Test
    void lossesInSinglePrecisionEqualThoseOfDoublesUpToRounding() {
        double[][] columns = columns(new SplittableRandom(6), 1300);
        double[] target = new Evaluator().predict(parse("100 + 3*x*y + 0.01*z"), columns);
        Sample sample = Sample.of(columns, target);
        Tree tree = parse("x*y + sin(z)").toTree();
        Tree law = parse("x*y").toTree();
        Evaluator doubles = new Evaluator();
        Evaluator floats = Evaluator.single();
        assertThat(floats.residualSquares(tree, sample))
                .isCloseTo(doubles.residualSquares(tree, sample), withinPercentage(1e-4));
        assertThat(floats.scaledResidualSquares(tree, sample))
                .isCloseTo(doubles.scaledResidualSquares(tree, sample), withinPercentage(1e-3));
        assertThat(floats.slope()).isCloseTo(doubles.slope(), withinPercentage(1e-3));
        assertThat(floats.intercept()).isCloseTo(doubles.intercept(), withinPercentage(1e-3));
        assertThat(floats.scaledResidualSquares(law, sample))
                .as("far below the variance, where the moments have lost their digits")
                .isCloseTo(doubles.scaledResidualSquares(law, sample), withinPercentage(1));
    }

    @Test
    void aValueBeyondTheFloatsMakesTheirLossInfinite() {
        double[][] columns = columns(new SplittableRandom(7), 30);
        Sample sample = Sample.of(columns, columns[2]);
        Tree tree = parse("exp(50*x)*0").toTree();
        assertThat(new Evaluator().residualSquares(tree, sample)).isFinite();
        assertThat(Evaluator.single().residualSquares(tree, sample)).isInfinite();
        assertThat(Evaluator.single().scaledResidualSquares(tree, sample)).isInfinite();
    }

    private static Expression parse(String text) {
        return Expression.parse(text, VARIABLES);
    }

    private static double[][] columns(SplittableRandom random, int rows) {
        double[][] columns = new double[3][rows];
        for (double[] column : columns) {
            for (int row = 0; row < rows; row++) {
                column[row] = 0.5 + 2 * random.nextDouble();
            }
        }
        return columns;
    }

    private static double point(Expression expression, double[][] columns, int row) {
        double[] stack = new double[expression.size() + 1];
        int top = 0;
        for (int node = 0; node < expression.size(); node++) {
            int opcode = expression.opcode(node);
            switch (Opcode.arity(opcode)) {
                case 0 ->
                    stack[top++] = opcode == Opcode.VARIABLE
                            ? columns[expression.argument(node)][row]
                            : expression.value(node);
                case 1 -> stack[top - 1] = ScalarKernels.apply(opcode, stack[top - 1]);
                default -> {
                    top--;
                    stack[top - 1] = ScalarKernels.apply(opcode, stack[top - 1], stack[top]);
                }
            }
        }
        return stack[0];
    }
}
