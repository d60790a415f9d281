package org.spolia.symbolic.rows;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.spolia.symbolic.expression.Expression;
import org.spolia.symbolic.expression.Operator;
import org.spolia.symbolic.expression.OperatorSet;
import org.spolia.symbolic.expression.Tree;

/** Random expressions of 1 to 20 nodes over four variables, and columns for them. */
final class RandomTrees {
    private static final int VARIABLES = 4;
    private static final List<Operator> OPERATORS = OperatorSet.of(
                    List.of("+", "-", "*", "/", "pow", "sqrt", "exp", "log", "sin", "cos", "tanh"))
            .operators();

    private final SplittableRandom random;

    RandomTrees(long seed) {
        random = new SplittableRandom(seed);
    }

    double[] column(int rows) {
        return random.doubles(rows, -1, 3).toArray();
    }

    double[][] columns(int rows) {
        return columns(rows, -1, 3);
    }

    double[][] columns(int rows, double low, double high) {
        double[][] columns = new double[VARIABLES][];
        for (int variable = 0; variable < VARIABLES; variable++) {
            columns[variable] = random.doubles(rows, low, high).toArray();
        }
        return columns;
    }

    List<Expression> expressions(int count) {
        List<Expression> expressions = new ArrayList<>();
        while (expressions.size() < count) {
            int size = random.nextInt(1, 21);
            Tree tree = new Tree(size);
            grow(tree, size);
            expressions.add(tree.toExpression());
        }
        return expressions;
    }

    private void grow(Tree tree, int size) {
        if (size == 1) {
            if (random.nextInt(3) > 0) {
                tree.variable(random.nextInt(VARIABLES));
            } else {
                tree.constant(random.nextDouble(-2, 2));
            }
            return;
        }
        Operator operator;
        do {
            operator = OPERATORS.get(random.nextInt(OPERATORS.size()));
        } while (operator.arity() >= size);
        if (operator.arity() == 1) {
            grow(tree, size - 1);
        } else {
            int left = 1 + random.nextInt(size - 2);
            grow(tree, left);
            grow(tree, size - 1 - left);
        }
        tree.operator(operator.opcode());
    }
}
