package org.spolia.symbolic.expression;

import java.util.List;
import java.util.random.RandomGenerator;

/** Random expressions for tests: grown to an exact number of nodes, operators and leaves drawn uniformly. */
public final class RandomTrees {
    private final RandomGenerator random;
    private final List<Operator> operators;
    private final Definitions definitions;
    private final int variables;

    /** Trees of built-in operators. */
    public RandomTrees(RandomGenerator random, List<Operator> operators, int variables) {
        this(random, operators, Definitions.NONE, variables);
    }

    public RandomTrees(RandomGenerator random, OperatorSet operators, int variables) {
        this(random, operators.operators(), operators.definitions(), variables);
    }

    private RandomTrees(RandomGenerator random, List<Operator> operators, Definitions definitions, int variables) {
        this.random = random;
        this.operators = operators;
        this.definitions = definitions;
        this.variables = variables;
    }

    public Expression next(int size) {
        Tree tree = new Tree(size, definitions);
        grow(tree, size);
        return tree.toExpression();
    }

    private void grow(Tree tree, int size) {
        if (size == 1) {
            leaf(tree);
            return;
        }
        List<Operator> fitting =
                operators.stream().filter(operator -> operator.arity() < size).toList();
        Operator operator = fitting.get(random.nextInt(fitting.size()));
        int rest = size - 1;
        for (int after = operator.arity() - 1; after >= 0; after--) {
            int operand = after == 0 ? rest : 1 + random.nextInt(rest - after);
            grow(tree, operand);
            rest -= operand;
        }
        tree.operator(operator.opcode());
    }

    private void leaf(Tree tree) {
        if (random.nextInt(3) > 0) {
            tree.variable(random.nextInt(variables));
        } else {
            tree.constant(constant());
        }
    }

    private double constant() {
        return switch (random.nextInt(4)) {
            case 0 -> random.nextInt(-5, 6);
            case 1 -> random.nextGaussian();
            case 2 -> random.nextGaussian() * 1e-12;
            default -> Math.scalb(random.nextDouble() - 0.5, random.nextInt(200) - 100);
        };
    }
}
