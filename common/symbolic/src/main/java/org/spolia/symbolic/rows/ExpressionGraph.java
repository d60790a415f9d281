package org.spolia.symbolic.rows;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.spolia.symbolic.evaluation.Evaluator;
import org.spolia.symbolic.expression.Opcode;
import org.spolia.symbolic.expression.Tree;

/**
 * The expressions of a generation as one graph, in which equal sub-expressions are one node. Constant sub-expressions
 * are folded as {@code Evaluator} folds them, so values have its bits.
 */
final class ExpressionGraph {
    /**
     * A node. Leaves are numbered below 0 in {@code left} of their users' operands by {@link #isColumn}.
     *
     * @param left the first operand, or the number of a column
     * @param right the second operand; -1 for operators of arity one and leaves
     */
    record Node(int opcode, int left, int right, double value) {
        boolean isConstant() {
            return opcode == Opcode.CONSTANT;
        }

        boolean isColumn() {
            return opcode == Opcode.VARIABLE;
        }

        boolean isStep() {
            return !isConstant() && !isColumn();
        }
    }

    private static final int NONE = -1;

    private final List<Node> nodes = new ArrayList<>();
    private final Map<Node, Integer> numbers = new HashMap<>();
    private final List<Integer> roots = new ArrayList<>();

    /**
     * Adds an expression.
     *
     * @param firstParameter the column with the values of its first parameter
     */
    void add(Tree program, int firstParameter) {
        int[] stack = new int[program.size() + 1];
        int top = 0;
        for (int at = 0; at < program.size(); at++) {
            int opcode = program.opcode(at);
            int argument = program.argument(at);
            switch (opcode) {
                case Opcode.CONSTANT -> stack[top++] = constant(program.value(at));
                case Opcode.VARIABLE -> stack[top++] = number(new Node(Opcode.VARIABLE, argument, NONE, 0));
                case Opcode.PARAMETER ->
                    stack[top++] = number(new Node(Opcode.VARIABLE, firstParameter + argument, NONE, 0));
                case Opcode.OPERAND -> stack[top++] = stack[argument];
                case Opcode.RESULT -> {
                    stack[argument] = stack[top - 1];
                    top = argument + 1;
                }
                default -> {
                    if (Opcode.arity(opcode) == 1) {
                        stack[top - 1] = unary(opcode, stack[top - 1]);
                    } else {
                        top--;
                        stack[top - 1] = binary(opcode, stack[top - 1], stack[top]);
                    }
                }
            }
        }
        roots.add(stack[0]);
    }

    private int constant(double value) {
        return number(new Node(Opcode.CONSTANT, NONE, NONE, value));
    }

    private int unary(int opcode, int operand) {
        Node node = nodes.get(operand);
        return node.isConstant()
                ? constant(Evaluator.apply(opcode, node.value()))
                : number(new Node(opcode, operand, NONE, 0));
    }

    private int binary(int opcode, int left, int right) {
        Node first = nodes.get(left);
        Node second = nodes.get(right);
        if (first.isConstant() && second.isConstant()) {
            return constant(Evaluator.apply(opcode, first.value(), second.value()));
        }
        boolean swapped = (opcode == Opcode.ADD || opcode == Opcode.MUL) && left > right;
        return number(swapped ? new Node(opcode, right, left, 0) : new Node(opcode, left, right, 0));
    }

    private int number(Node node) {
        Integer known = numbers.putIfAbsent(node, nodes.size());
        if (known != null) {
            return known;
        }
        nodes.add(node);
        return nodes.size() - 1;
    }

    int size() {
        return nodes.size();
    }

    Node node(int number) {
        return nodes.get(number);
    }

    /** The root of each expression, in order. */
    int root(int expression) {
        return roots.get(expression);
    }

    int expressions() {
        return roots.size();
    }
}
