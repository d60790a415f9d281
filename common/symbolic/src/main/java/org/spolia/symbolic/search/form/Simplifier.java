package org.spolia.symbolic.search.form;

import org.spolia.symbolic.evaluation.Evaluator;
import org.spolia.symbolic.expression.Definition;
import org.spolia.symbolic.expression.Opcode;
import org.spolia.symbolic.expression.Tree;

/**
 * Folds sub-trees of constants and merges the constants of nested sums and of nested products. It keeps everything
 * else, because the search uses redundant forms as intermediate steps.
 */
public final class Simplifier {
    private final Tree output;
    private final Tree scratch;

    public Simplifier(int capacity) {
        output = new Tree(capacity);
        scratch = new Tree(capacity);
    }

    /** Simplifies in place. Returns whether the tree has become smaller. */
    public boolean simplify(Tree tree) {
        output.clear();
        for (int node = 0; node < tree.size(); node++) {
            int opcode = tree.opcode(node);
            output.append(tree, node, node + 1);
            if (Opcode.isDefined(opcode)) {
                foldDefined(output.definitions().of(opcode));
                continue;
            }
            if (Opcode.isSpine(opcode)) {
                continue;
            }
            switch (Opcode.arity(opcode)) {
                case 0 -> {}
                case 1 -> foldUnary(opcode);
                default -> {
                    if (!foldBinary(opcode) && (opcode == Opcode.ADD || opcode == Opcode.MUL)) {
                        join(opcode);
                    }
                }
            }
        }
        boolean smaller = output.size() < tree.size();
        if (smaller) {
            tree.copyFrom(output);
        }
        return smaller;
    }

    private boolean isConstant(int node) {
        return node >= 0 && output.opcode(node) == Opcode.CONSTANT;
    }

    private void foldUnary(int opcode) {
        int operand = output.size() - 2;
        if (isConstant(operand)) {
            replace(2, Evaluator.apply(opcode, output.value(operand)));
        }
    }

    private boolean foldBinary(int opcode) {
        int right = output.size() - 2;
        if (isConstant(right) && isConstant(right - 1)) {
            return replace(3, Evaluator.apply(opcode, output.value(right - 1), output.value(right)));
        }
        return false;
    }

    private void foldDefined(Definition definition) {
        int arity = definition.arity();
        int first = output.size() - 1 - arity;
        for (int operand = 0; operand < arity; operand++) {
            if (!isConstant(first + operand)) {
                return;
            }
        }
        double[] operands = new double[arity];
        for (int operand = 0; operand < arity; operand++) {
            operands[operand] = output.value(first + operand);
        }
        replace(arity + 1, Evaluator.apply(definition, operands));
    }

    /** Replaces the last nodes by a constant unless it is not finite. */
    private boolean replace(int nodes, double value) {
        if (!Double.isFinite(value)) {
            return false;
        }
        scratch.clear().append(output, 0, output.size() - nodes).constant(value);
        output.copyFrom(scratch);
        return true;
    }

    /** Rewrites c ∘ (d ∘ x) as (c ∘ d) ∘ x, with the constants on either side. */
    private void join(int opcode) {
        int root = output.size() - 1;
        int right = root - 1;
        int rightStart = output.start(right);
        int left = rightStart - 1;
        int leftStart = output.start(left);
        boolean constantRight = isConstant(right);
        int constant = constantRight ? right : left;
        int inner = constantRight ? left : right;
        if (!isConstant(constant) || output.opcode(inner) != opcode) {
            return;
        }
        int innerRight = inner - 1;
        int innerRightStart = output.start(innerRight);
        int innerLeft = innerRightStart - 1;
        int innerStart = constantRight ? leftStart : rightStart;
        double outer = output.value(constant);
        int from;
        int to;
        double joined;
        if (isConstant(innerRight)) {
            joined = Evaluator.apply(opcode, outer, output.value(innerRight));
            from = innerStart;
            to = innerLeft + 1;
        } else if (isConstant(innerLeft)) {
            joined = Evaluator.apply(opcode, outer, output.value(innerLeft));
            from = innerRightStart;
            to = innerRight + 1;
        } else {
            return;
        }
        if (!Double.isFinite(joined)) {
            return;
        }
        scratch.clear().append(output, 0, leftStart);
        scratch.append(output, from, to).constant(joined).operator(opcode);
        output.copyFrom(scratch);
    }
}
