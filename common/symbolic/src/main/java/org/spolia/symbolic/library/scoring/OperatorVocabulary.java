package org.spolia.symbolic.library.scoring;

import org.spolia.symbolic.expression.Opcode;
import org.spolia.symbolic.expression.OperatorSet;
import org.spolia.symbolic.expression.Tree;

/**
 * Expresses the operators of the library with the operators of a search. Squares, cubes, roots and inverses are common
 * in laws, whether or not the search has an operator for them: without one, {@code square(x)} is written as {@code x^2}
 * or {@code x*x}.
 *
 * <p>Powers written as products may outgrow any tree. In this class and its users, a method returns false if the tree
 * has no room; the content of the tree is then undefined.
 */
public final class OperatorVocabulary {
    private final OperatorSet operators;

    public OperatorVocabulary(OperatorSet operators) {
        this.operators = operators;
    }

    private boolean has(int opcode) {
        return operators.contains(opcode);
    }

    /** Returns whether the operator can be expressed at all. */
    public boolean writes(int opcode) {
        if (has(opcode)) {
            return true;
        }
        return switch (opcode) {
            case Opcode.SQUARE, Opcode.CUBE -> has(Opcode.POW) || has(Opcode.MUL);
            case Opcode.SQRT -> has(Opcode.POW);
            case Opcode.INV -> has(Opcode.DIV) || has(Opcode.POW);
            case Opcode.ADD -> has(Opcode.SUB);
            case Opcode.SUB -> has(Opcode.ADD) && has(Opcode.MUL);
            case Opcode.MUL -> has(Opcode.DIV);
            case Opcode.DIV -> has(Opcode.MUL) && has(Opcode.POW);
            default -> false;
        };
    }

    /** Returns whether a sub-tree can be multiplied by a constant. */
    public boolean scales() {
        return has(Opcode.MUL) || has(Opcode.DIV);
    }

    /** Returns whether a constant can be added to a sub-tree. */
    public boolean shifts() {
        return has(Opcode.ADD) || has(Opcode.SUB);
    }

    /**
     * Returns the number of nodes that an operator adds to its operands.
     *
     * @param operand the size of the first operand
     */
    int size(int opcode, int operand) {
        if (has(opcode)) {
            return 1;
        }
        return switch (opcode) {
            case Opcode.SQUARE -> has(Opcode.POW) ? 2 : operand + 1;
            case Opcode.CUBE -> has(Opcode.POW) ? 2 : 2 * operand + 2;
            default -> 2;
        };
    }

    /** Appends another tree. */
    public static boolean append(Tree tree, Tree operand) {
        if (!tree.hasRoom(operand.size())) {
            return false;
        }
        tree.append(operand, 0, operand.size());
        return true;
    }

    /** Appends a constant. */
    static boolean constant(Tree tree, double value) {
        if (!tree.hasRoom(1)) {
            return false;
        }
        tree.constant(value);
        return true;
    }

    /** Multiplies the whole tree by a constant. */
    public boolean scale(Tree tree, double factor) {
        if (!tree.hasRoom(2)) {
            return false;
        }
        if (has(Opcode.MUL)) {
            tree.constant(factor).operator(Opcode.MUL);
        } else {
            tree.constant(1 / factor).operator(Opcode.DIV);
        }
        return true;
    }

    /** Adds a constant to the whole tree. */
    boolean shift(Tree tree, double term) {
        if (!tree.hasRoom(2)) {
            return false;
        }
        if (has(Opcode.ADD)) {
            tree.constant(term).operator(Opcode.ADD);
        } else {
            tree.constant(-term).operator(Opcode.SUB);
        }
        return true;
    }

    /** Appends the operator after its operands. The first operand begins at {@code start}. */
    public boolean append(Tree tree, int start, int opcode) {
        if (!tree.hasRoom(nodes(opcode, tree.size() - start))) {
            return false;
        }
        write(tree, start, opcode);
        return true;
    }

    /** Returns the number of nodes that {@link #write} adds to operands with {@code operands} nodes. */
    private int nodes(int opcode, int operands) {
        if (has(opcode)) {
            return 1;
        }
        return switch (opcode) {
            case Opcode.SQUARE -> has(Opcode.POW) ? 2 : operands + 1;
            case Opcode.CUBE -> has(Opcode.POW) ? 2 : 2 * (operands + 1);
            case Opcode.SQRT, Opcode.INV -> 2;
            default -> 3;
        };
    }

    private void write(Tree tree, int start, int opcode) {
        if (Opcode.isDefined(opcode)) {
            tree.adopt(operators.definitions());
        }
        if (has(opcode)) {
            tree.operator(opcode);
            return;
        }
        switch (opcode) {
            case Opcode.SQUARE -> power(tree, start, 2);
            case Opcode.CUBE -> power(tree, start, 3);
            case Opcode.SQRT -> tree.constant(0.5).operator(Opcode.POW);
            case Opcode.INV -> {
                if (has(Opcode.DIV)) {
                    invert(tree, start);
                } else {
                    tree.constant(-1).operator(Opcode.POW);
                }
            }
            case Opcode.ADD -> subtractNegative(tree);
            case Opcode.SUB -> tree.constant(-1).operator(Opcode.MUL).operator(Opcode.ADD);
            case Opcode.MUL -> divideByInverse(tree);
            case Opcode.DIV -> tree.constant(-1).operator(Opcode.POW).operator(Opcode.MUL);
            default -> throw new IllegalStateException("Opcode " + opcode + " cannot be expressed with " + operators);
        }
    }

    private void power(Tree tree, int start, int exponent) {
        if (has(Opcode.POW)) {
            tree.constant(exponent).operator(Opcode.POW);
            return;
        }
        int end = tree.size();
        for (int factor = 1; factor < exponent; factor++) {
            tree.append(tree, start, end).operator(Opcode.MUL);
        }
    }

    private static void invert(Tree tree, int start) {
        Tree operand = new Tree(tree.size() - start).append(tree, start, tree.size());
        tree.truncate(start).constant(1).append(operand, 0, operand.size()).operator(Opcode.DIV);
    }

    /** Writes x + y as x - (0 - y). */
    private static void subtractNegative(Tree tree) {
        int start = tree.start(tree.size() - 1);
        Tree operand = new Tree(tree.size() - start).append(tree, start, tree.size());
        tree.truncate(start).constant(0).append(operand, 0, operand.size()).operator(Opcode.SUB);
        tree.operator(Opcode.SUB);
    }

    /** Writes x * y as x / (1 / y). */
    private static void divideByInverse(Tree tree) {
        int start = tree.start(tree.size() - 1);
        Tree operand = new Tree(tree.size() - start).append(tree, start, tree.size());
        tree.truncate(start).constant(1).append(operand, 0, operand.size()).operator(Opcode.DIV);
        tree.operator(Opcode.DIV);
    }
}
