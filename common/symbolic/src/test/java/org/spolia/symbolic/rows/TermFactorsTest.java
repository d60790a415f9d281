package org.spolia.symbolic.rows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.spolia.symbolic.evaluation.Evaluator;
import org.spolia.symbolic.evaluation.Loss;
import org.spolia.symbolic.expression.Expression;
import org.spolia.symbolic.expression.Tree;

class TermFactorsTest {
    private static final List<String> NAMES = List.of("x", "z");
    private static final int GROUPS = 41;
    private static final int ROWS = 50;

    private final SplittableRandom random = new SplittableRandom(9);

    /** Constants of the second column have any value. */
    @ParameterizedTest
    @CsvSource({
        "k*(z - (c/exp(x) + 0.0005)), k*(z - 0.0005) + c/exp(x)",
        "(z - c*x)*k, k*z - c*x",
        "(c*x - z)/k, k*z - c*x",
        "k*(c*x + exp(z)/k), c*x + exp(z)/k",
        "x*sin(z) + k*(c*x + exp(z)), x*sin(z) + (k*exp(z) + c*x)",
        "k*(z - x), k*(z - x)",
        "k*(z - 2*x), k*(z - 2*x)",
        "2*(z - c*x), 2*(z - c*x)",
        "exp(k*(z - c*x)), exp(k*(z - c*x))",
        "k*(z - x - c*sin(x)), k*(z - x - c*sin(x))",
        "k*(z - x + c*sin(x)), k*(z - x) + c*sin(x)"
    })
    void aConstantOfASumGoesIntoTheFactorsOfItsTerms(String given, String expected) {
        Expression expression = parsed(given);
        Expression apart = TermFactors.apart(expression.toTree()).toExpression();
        double[][] columns = {
            random.doubles(20, 1, 2).toArray(), random.doubles(20, 1, 2).toArray()
        };
        double[] values = new Evaluator().predict(expression, columns);
        assertThat(new Evaluator().predict(apart, columns)).containsExactly(values, within(1e-12));
        assertThat(skeleton(apart)).isEqualTo(skeleton(parsed(expected)));
    }

    private static Expression parsed(String text) {
        return Expression.parse(text.replace("k", "0.88123456789").replace("c", "4.68123456789"), NAMES);
    }

    private static String skeleton(Expression expression) {
        Tree tree = expression.toTree();
        return IntStream.range(0, tree.size())
                .mapToObj(node -> tree.opcode(node) + ":" + tree.argument(node))
                .collect(Collectors.joining(" "));
    }

    /** The factor of z passes zero from group to group. */
    @Test
    void groupsOnBothSidesOfZeroAreFitted() {
        double[][] columns = {
            random.doubles(GROUPS * ROWS, 0, 3).toArray(),
            random.doubles(GROUPS * ROWS, -1, 1).toArray()
        };
        int[] groups = IntStream.range(0, GROUPS * ROWS).map(row -> row / ROWS).toArray();
        double[] target = IntStream.range(0, GROUPS * ROWS)
                .mapToDouble(row -> (1 + groups[row] % 5) * Math.exp(-(0.5 + 0.03 * groups[row]) * columns[0][row])
                        + (groups[row] - 20) * 0.1 * columns[1][row])
                .toArray();
        RowBlock block = RowBlock.of(columns, target, new double[0], groups, new byte[0]);
        Expression found = parsed("k*(c/exp(x)^1.48012345678 - z)");
        GroupFit fit =
                GroupFit.of(rows(block), TermFactors.apart(found.toTree()).toExpression(), Loss.SQUARE);
        assertThat(fit.count()).isEqualTo(3);
        assertThat(fit.loss()).isLessThan(1e-20);
    }

    private static AllRows rows(RowBlock block) {
        List<String> groups =
                IntStream.range(0, GROUPS).mapToObj(Integer::toString).toList();
        return new BlockRows(List.of(block), groups, generation -> {});
    }
}
