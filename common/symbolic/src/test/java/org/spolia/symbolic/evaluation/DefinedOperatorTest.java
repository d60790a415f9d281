package org.spolia.symbolic.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.spolia.symbolic.evaluation.fitting.Jacobian;
import org.spolia.symbolic.expression.Expression;
import org.spolia.symbolic.expression.Opcode;
import org.spolia.symbolic.expression.OperatorSet;
import org.spolia.symbolic.expression.RandomTrees;
import org.spolia.symbolic.expression.Tree;

/** Defined operators have the values of their formulas. */
class DefinedOperatorTest {
    private static final OperatorSet OPERATORS = OperatorSet.of(List.of(
            "+",
            "*",
            "/",
            "pow",
            "sin",
            "clamp",
            "fma",
            "hill(x, k) = x/(x + k)",
            "shifted(x, a) = 2 + pow(a, x)*a",
            "bell(x) = exp(-square(x))",
            "twist(x) = sin(x)*x - cos(x/3)"));

    @Property(tries = 500)
    void valuesAreThoseOfTheFormulaToTheBit(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 30) int size,
            @ForAll @IntRange(min = 1, max = 600) int rows) {
        SplittableRandom random = new SplittableRandom(seed);
        Expression expression = new RandomTrees(random, OPERATORS, 3).next(size);
        double[][] columns = columns(random, rows);
        for (Evaluator evaluator : List.of(new Evaluator(), new Evaluator(new ScalarKernels()), Evaluator.single())) {
            assertSameBits(evaluator.predict(expression, columns), evaluator.predict(expression.expanded(), columns));
        }
        assertSameBits(
                new Evaluator().predict(expression, columns),
                new Evaluator(new ScalarKernels()).predict(expression, columns));
    }

    @Property(tries = 500)
    void derivativesAreThoseOfTheFormula(@ForAll long seed, @ForAll @IntRange(min = 1, max = 20) int size) {
        SplittableRandom random = new SplittableRandom(seed);
        Tree tree = new RandomTrees(random, OPERATORS, 3).next(size).toTree();
        double[] parameters = parametrise(tree, random);
        double[][] columns = columns(random, 40);
        Sample sample = Sample.of(columns, new double[40]);
        Tree formula = tree.toExpression().expanded().toTree();
        double[][] expected = derivatives(formula, parameters, sample);
        double[][] actual = derivatives(tree, parameters, sample);
        boolean[] moderate = moderate(formula, parameters, columns);
        for (int row = 0; row < 40; row++) {
            // A power of a negative number has no derivative with respect to its exponent, even at an integer.
            boolean derivable = Double.isFinite(largest(expected, row));
            if (moderate[row] && derivable) {
                for (int parameter = 0; parameter < parameters.length; parameter++) {
                    assertThat(actual[parameter][row])
                            .as("%s by parameter %d", tree.toExpression(), parameter)
                            .isCloseTo(expected[parameter][row], within(1e-6 * (1 + largest(expected, row))));
                }
            }
        }
    }

    @Test
    void anOperandIsComputedOnce() {
        Tree tree = Expression.parse("hill(sin(x)*y, z)", List.of("x", "y", "z"), OPERATORS.definitions())
                .toTree();
        EvaluationPlan plan = new EvaluationPlan(64);
        plan.compile(new org.spolia.symbolic.expression.Expansion().of(tree), new double[0]);

        assertThat(plan.steps()).isEqualTo(4);
        assertThat(tree.passes()).isEqualTo(4 + 3);
    }

    @Test
    void outsideTheDomainOfTheFormulaTheValueIsUndefined() {
        Expression expression = Expression.parse(
                "f(x)",
                List.of("x"),
                OperatorSet.of(List.of("f(x) = log(x) + 1")).definitions());

        assertThat(new Evaluator().predict(expression, new double[][] {{-1, 1}}))
                .containsExactly(Double.NaN, 1);
    }

    private static double[] parametrise(Tree tree, SplittableRandom random) {
        int count = 0;
        for (int node = 0; node < tree.size(); node++) {
            if (tree.opcode(node) == Opcode.CONSTANT) {
                tree.setOpcode(node, Opcode.PARAMETER);
                tree.setValue(node, 0);
                tree.setArgument(node, count++);
            }
        }
        return random.doubles(count, -2, 2).toArray();
    }

    private static double[][] derivatives(Tree tree, double[] parameters, Sample sample) {
        Jacobian jacobian = new Jacobian(new ScalarKernels());
        jacobian.begin(tree, parameters);
        jacobian.forward(sample, 0);
        return jacobian.reverse(sample.paddedRows(0), parameters.length);
    }

    /**
     * Selects the rows on which every part of a formula is of moderate size. On others, the terms of a derivative may
     * cancel down to their rounding error, as those of x/(x + k) do where x exceeds k by the precision of a double, and
     * there is nothing to compare.
     */
    private static boolean[] moderate(Tree formula, double[] parameters, double[][] columns) {
        boolean[] moderate = new boolean[columns[0].length];
        Arrays.fill(moderate, true);
        for (int node = 0; node < formula.size(); node++) {
            Tree part = new Tree(formula.size()).append(formula, formula.start(node), node + 1);
            for (int leaf = 0; leaf < part.size(); leaf++) {
                if (part.opcode(leaf) == Opcode.PARAMETER) {
                    part.setValue(leaf, parameters[part.argument(leaf)]);
                    part.setOpcode(leaf, Opcode.CONSTANT);
                    part.setArgument(leaf, 0);
                }
            }
            double[] values = new Evaluator().predict(part.toExpression(), columns);
            for (int row = 0; row < moderate.length; row++) {
                moderate[row] &= Math.abs(values[row]) > 1e-3 && Math.abs(values[row]) < 1e3;
            }
        }
        return moderate;
    }

    private static double largest(double[][] derivatives, int row) {
        double largest = 0;
        for (double[] column : derivatives) {
            largest = Math.max(largest, Math.abs(column[row]));
        }
        return largest;
    }

    private static void assertSameBits(double[] actual, double[] expected) {
        for (int row = 0; row < expected.length; row++) {
            assertThat(Double.doubleToLongBits(actual[row])).isEqualTo(Double.doubleToLongBits(expected[row]));
        }
    }

    private static double[][] columns(SplittableRandom random, int rows) {
        double[][] columns = new double[3][];
        for (int column = 0; column < columns.length; column++) {
            columns[column] = random.doubles(rows, -3, 3).toArray();
        }
        return columns;
    }
}
