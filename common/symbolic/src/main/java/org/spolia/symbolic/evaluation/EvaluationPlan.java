package org.spolia.symbolic.evaluation;

import org.spolia.symbolic.expression.Expansion;
import org.spolia.symbolic.expression.Opcode;
import org.spolia.symbolic.expression.Tree;

/**
 * A tree, or its {@link Expansion}, as a list of loops over one block. Constant sub-trees are folded, columns are read
 * in place, and results go to as few scratch slots as the tree is deep. Each tree is compiled into the same arrays.
 */
final class EvaluationPlan {
    /** The form of the operands of a step. */
    static final int UNARY = 0;

    static final int VECTORS = 1;
    static final int CONSTANT_RIGHT = 2;
    static final int CONSTANT_LEFT = 3;

    private final int[] opcodes;
    private final int[] forms;
    private final int[] lefts;
    private final int[] rights;
    private final int[] targets;
    private final double[] constants;
    private int steps;

    private final int[] operands;
    private final boolean[] constant;
    private final double[] values;
    private int top;
    private int slots;

    EvaluationPlan(int capacity) {
        opcodes = new int[capacity];
        forms = new int[capacity];
        lefts = new int[capacity];
        rights = new int[capacity];
        targets = new int[capacity];
        constants = new double[capacity];
        operands = new int[capacity + 1];
        constant = new boolean[capacity + 1];
        values = new double[capacity + 1];
    }

    int capacity() {
        return opcodes.length;
    }

    void compile(Tree tree, double[] parameters) {
        steps = 0;
        top = 0;
        slots = 0;
        for (int node = 0; node < tree.size(); node++) {
            int opcode = tree.opcode(node);
            switch (opcode) {
                case Opcode.CONSTANT -> pushConstant(tree.value(node));
                case Opcode.PARAMETER -> pushConstant(parameters[tree.argument(node)]);
                case Opcode.VARIABLE -> pushOperand(column(tree.argument(node)));
                case Opcode.OPERAND -> pushAgain(tree.argument(node));
                case Opcode.RESULT -> moveDown(tree.argument(node));
                default -> {
                    if (Opcode.arity(opcode) == 1) {
                        unary(opcode);
                    } else {
                        binary(opcode);
                    }
                }
            }
        }
    }

    private void pushConstant(double value) {
        constant[top] = true;
        values[top++] = value;
    }

    private void pushOperand(int operand) {
        constant[top] = false;
        operands[top++] = operand;
    }

    private void pushAgain(int place) {
        constant[top] = constant[place];
        values[top] = values[place];
        operands[top++] = operands[place];
    }

    /**
     * If the last step computed the value, it can write the value to the slot of the first operand instead. Otherwise
     * the value is a column, or an operand higher up on the stack that later values would overwrite and that must be
     * copied.
     */
    private void moveDown(int place) {
        int at = top - 1;
        constant[place] = constant[at];
        values[place] = values[at];
        if (!constant[at] && operands[at] == at && steps > 0 && targets[steps - 1] == at) {
            targets[steps - 1] = place;
            operands[place] = place;
        } else if (!constant[at] && operands[at] > place) {
            step(Opcode.MUL, CONSTANT_RIGHT, operands[at], 0, 1, place);
        } else {
            operands[place] = operands[at];
        }
        top = place + 1;
    }

    private void unary(int opcode) {
        int at = top - 1;
        if (constant[at]) {
            values[at] = ScalarKernels.apply(opcode, values[at]);
            return;
        }
        step(opcode, UNARY, operands[at], 0, 0, at);
    }

    private void binary(int opcode) {
        int right = --top;
        int left = top - 1;
        if (constant[left] && constant[right]) {
            values[left] = ScalarKernels.apply(opcode, values[left], values[right]);
        } else if (constant[right]) {
            step(opcode, CONSTANT_RIGHT, operands[left], 0, values[right], left);
        } else if (constant[left]) {
            step(opcode, CONSTANT_LEFT, 0, operands[right], values[left], left);
        } else {
            step(opcode, VECTORS, operands[left], operands[right], 0, left);
        }
    }

    /** The result goes to the slot whose number is the position of the operand on the stack. */
    private void step(int opcode, int form, int left, int right, double value, int slot) {
        opcodes[steps] = opcode;
        forms[steps] = form;
        lefts[steps] = left;
        rights[steps] = right;
        constants[steps] = value;
        targets[steps++] = slot;
        constant[slot] = false;
        operands[slot] = slot;
        slots = Math.max(slots, slot + 1);
    }

    private static int column(int variable) {
        return -1 - variable;
    }

    static boolean isColumn(int operand) {
        return operand < 0;
    }

    static int variable(int operand) {
        return -1 - operand;
    }

    boolean isConstant() {
        return constant[0];
    }

    double constantValue() {
        return values[0];
    }

    /** Returns the location of the value of the whole tree after the last step. */
    int result() {
        return operands[0];
    }

    int steps() {
        return steps;
    }

    int slots() {
        return slots;
    }

    int opcode(int step) {
        return opcodes[step];
    }

    int form(int step) {
        return forms[step];
    }

    int left(int step) {
        return lefts[step];
    }

    int right(int step) {
        return rights[step];
    }

    double constant(int step) {
        return constants[step];
    }

    int target(int step) {
        return targets[step];
    }
}
