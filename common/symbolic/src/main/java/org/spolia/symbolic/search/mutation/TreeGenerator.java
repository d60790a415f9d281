package org.spolia.symbolic.search.mutation;

import java.util.List;
import org.spolia.symbolic.expression.Opcode;
import org.spolia.symbolic.expression.Operator;
import org.spolia.symbolic.expression.OperatorSet;
import org.spolia.symbolic.expression.Tree;
import org.spolia.symbolic.search.form.Randomness;

/**
 * Draws leaves, operators and whole trees: operators uniformly over all, leaves half constants N(0, 1) and half
 * variables.
 */
public final class TreeGenerator {
    private final int[] all;
    private final int[][] byArity = new int[Opcode.MOST_OPERANDS + 1][];
    private final int[][] byRoom = new int[Opcode.MOST_OPERANDS + 1][];
    private final int variables;
    private final Tree scratch;

    public TreeGenerator(OperatorSet operators, int variables, int capacity) {
        this.all = opcodes(operators.operators());
        for (int arity = 0; arity <= Opcode.MOST_OPERANDS; arity++) {
            int operands = arity;
            byArity[arity] = opcodes(operators.operators().stream()
                    .filter(operator -> operator.arity() == operands)
                    .toList());
            byRoom[arity] = opcodes(operators.operators().stream()
                    .filter(operator -> operator.arity() <= operands)
                    .toList());
        }
        this.variables = variables;
        this.scratch = new Tree(capacity, operators.definitions());
    }

    private static int[] opcodes(List<Operator> operators) {
        return operators.stream().mapToInt(Operator::opcode).toArray();
    }

    int variables() {
        return variables;
    }

    void leaf(Tree tree, Randomness random) {
        if (variables == 0 || random.nextBoolean()) {
            tree.constant(random.nextGaussian());
        } else {
            tree.variable(random.nextInt(variables));
        }
    }

    int operator(Randomness random) {
        return all[random.nextInt(all.length)];
    }

    /** Returns an operator with as many operands as the given one. */
    int operatorLike(int opcode, Randomness random) {
        int[] same = byArity[Opcode.arity(opcode)];
        return same[random.nextInt(same.length)];
    }

    /** Replaces the content of a tree by a random tree of at most {@code size} nodes, grown leaf by leaf. */
    public void grow(Tree tree, int size, Randomness random) {
        tree.clear();
        leaf(tree, random);
        while (tree.size() < size) {
            int[] fitting = fitting(size - tree.size());
            if (fitting.length == 0) {
                return;
            }
            int opcode = fitting[random.nextInt(fitting.length)];
            growAt(tree, randomLeaf(tree, random), opcode, random);
        }
    }

    /** Returns the operators that add at most {@code room} nodes to a tree when they replace a leaf. */
    private int[] fitting(int room) {
        return byRoom[Math.min(room, Opcode.MOST_OPERANDS)];
    }

    /** Builds a tree of three random operators above a leaf, the start of each member of a population. */
    void start(Tree tree, int maxSize, Randomness random) {
        tree.clear();
        leaf(tree, random);
        for (int i = 0; i < 3; i++) {
            int opcode = operator(random);
            if (tree.size() + Opcode.arity(opcode) <= maxSize) {
                growAt(tree, randomLeaf(tree, random), opcode, random);
            }
        }
    }

    /** Replaces a leaf by an operator with new leaves. */
    void growAt(Tree tree, int leaf, int opcode, Randomness random) {
        scratch.clear().append(tree, 0, leaf);
        for (int operand = 0; operand < Opcode.arity(opcode); operand++) {
            leaf(scratch, random);
        }
        scratch.operator(opcode).append(tree, leaf + 1, tree.size());
        tree.copyFrom(scratch);
    }

    int randomLeaf(Tree tree, Randomness random) {
        int leaves = 0;
        for (int node = 0; node < tree.size(); node++) {
            if (Opcode.arity(tree.opcode(node)) == 0) {
                leaves++;
            }
        }
        int wanted = random.nextInt(leaves);
        for (int node = 0; ; node++) {
            if (Opcode.arity(tree.opcode(node)) == 0 && wanted-- == 0) {
                return node;
            }
        }
    }
}
