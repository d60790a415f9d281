package org.spolia.symbolic.expression;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * An immutable expression over numbered variables, in postfix order. Its leaves are variables, constants and, in models
 * with named parameters, parameters, each of which may occur several times.
 *
 * <p>{@link #infix} and {@link #parse(String, List)} are inverse to each other: the parsed text has the same nodes and
 * the same bits.
 */
public final class Expression {
    private final int[] opcodes;
    private final int[] arguments;
    private final double[] values;
    private final Definitions definitions;

    /** Expressions without defined operators have no definitions, so that equal expressions are equal objects. */
    Expression(int[] opcodes, int[] arguments, double[] values, Definitions definitions) {
        this.opcodes = opcodes;
        this.arguments = arguments;
        this.values = values;
        this.definitions = definitions;
    }

    /**
     * Reads a formula such as {@code k*q1*q2/r^2}: {@code + - * / ^}, parentheses, numbers, {@code pi}, variables, and
     * operators by name. {@code ^} is right-associative and binds tighter than the unary minus.
     *
     * @throws ExpressionSyntaxException if the text is not a formula over these variables
     */
    public static Expression parse(String text, List<String> variables) {
        return parse(text, variables, List.of());
    }

    /**
     * Like {@link #parse(String, List)}; the names in {@code parameters} become parameters, numbered in their order.
     */
    public static Expression parse(String text, List<String> variables, List<String> parameters) {
        return new ExpressionParser(text, variables, parameters, Definitions.NONE).parse();
    }

    /** Like {@link #parse(String, List, List)}, with defined operators. */
    public static Expression parse(
            String text, List<String> variables, List<String> parameters, Definitions definitions) {
        return new ExpressionParser(text, variables, parameters, definitions).parse();
    }

    /** Like {@link #parse(String, List)}, with defined operators. */
    public static Expression parse(String text, List<String> variables, Definitions definitions) {
        return new ExpressionParser(text, variables, List.of(), definitions).parse();
    }

    /** Returns an expression that consists of one number. */
    public static Expression constant(double value) {
        return new Tree(1).constant(value).toExpression();
    }

    public int size() {
        return opcodes.length;
    }

    public int depth() {
        return toTree().depth();
    }

    public int opcode(int node) {
        return opcodes[node];
    }

    /** The index of a variable or a parameter; 0 at every other node. */
    public int argument(int node) {
        return arguments[node];
    }

    /** The value of a constant; 0 at every other node. */
    public double value(int node) {
        return values[node];
    }

    /** The constants in postfix order. */
    public double[] constants() {
        double[] constants = new double[size()];
        int count = 0;
        for (int node = 0; node < size(); node++) {
            if (opcodes[node] == Opcode.CONSTANT) {
                constants[count++] = values[node];
            }
        }
        return Arrays.copyOf(constants, count);
    }

    /** How often each operator occurs, by its {@link Operator#text()}. */
    public Map<String, Integer> operatorCounts() {
        Map<String, Integer> counts = new TreeMap<>();
        for (int opcode : opcodes) {
            if (Opcode.arity(opcode) > 0) {
                counts.merge(definitions.operator(opcode).text(), 1, Integer::sum);
            }
        }
        return counts;
    }

    /** Returns whether formulas define some of its operators. */
    public boolean hasDefined() {
        return !definitions.isEmpty();
    }

    /** Returns the same expression with defined operators replaced by their formulas. Its values have the same bits. */
    public Expression expanded() {
        return hasDefined() ? fold(new Joining()) : this;
    }

    /** Returns a mutable copy without spare capacity. */
    public Tree toTree() {
        Tree tree = new Tree(size(), definitions);
        copyTo(tree);
        return tree;
    }

    /** Replaces the content of a tree, whose capacity must suffice. */
    public void copyTo(Tree tree) {
        tree.clear();
        for (int node = 0; node < size(); node++) {
            switch (opcodes[node]) {
                case Opcode.CONSTANT -> tree.constant(values[node]);
                case Opcode.VARIABLE -> tree.variable(arguments[node]);
                case Opcode.PARAMETER -> tree.parameter(arguments[node]);
                default -> tree.operator(opcodes[node]);
            }
        }
    }

    /** The value at the root, computed from the leaves up. */
    public <T> T fold(ExpressionFold<T> fold) {
        Deque<T> stack = new ArrayDeque<>();
        for (int node = 0; node < size(); node++) {
            int opcode = opcodes[node];
            switch (opcode) {
                case Opcode.CONSTANT -> stack.push(fold.constant(values[node]));
                case Opcode.VARIABLE -> stack.push(fold.variable(arguments[node]));
                case Opcode.PARAMETER -> stack.push(fold.parameter(arguments[node]));
                default -> stack.push(operation(opcode, stack, fold));
            }
        }
        return stack.pop();
    }

    private <T> T operation(int opcode, Deque<T> stack, ExpressionFold<T> fold) {
        if (Opcode.isDefined(opcode)) {
            List<T> operands = new ArrayList<>();
            for (int operand = 0; operand < Opcode.arity(opcode); operand++) {
                operands.add(stack.pop());
            }
            Collections.reverse(operands);
            return fold.defined(definitions.of(opcode), operands);
        }
        T last = stack.pop();
        return Opcode.arity(opcode) == 1 ? fold.unary(opcode, last) : fold.binary(opcode, stack.pop(), last);
    }

    /** The same expression with each parameter replaced by a constant. */
    public Expression withParameters(double[] parameters) {
        int[] codes = opcodes.clone();
        int[] indices = arguments.clone();
        double[] constants = values.clone();
        for (int node = 0; node < size(); node++) {
            if (codes[node] == Opcode.PARAMETER) {
                codes[node] = Opcode.CONSTANT;
                constants[node] = parameters[indices[node]];
                indices[node] = 0;
            }
        }
        return new Expression(codes, indices, constants, definitions);
    }

    /**
     * The formula as {@link #parse(String, List)} reads it, with constants in the fewest digits that keep their bits.
     */
    public String infix(List<String> variables) {
        return Notation.INFIX.print(this, variables);
    }

    /** Returns the formula in the syntax of SymPy and Python. */
    public String sympy(List<String> variables) {
        return Notation.SYMPY.print(this, variables);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Expression expression
                && Arrays.equals(opcodes, expression.opcodes)
                && Arrays.equals(arguments, expression.arguments)
                && Arrays.equals(values, expression.values)
                && definitions.equals(expression.definitions);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * Arrays.hashCode(opcodes) + Arrays.hashCode(arguments)) + Arrays.hashCode(values);
    }

    /** Returns the formula with variables {@code x0, x1 …} and parameters {@code p0, p1 …}, for messages. */
    @Override
    public String toString() {
        int variables = 0;
        for (int node = 0; node < size(); node++) {
            if (opcodes[node] == Opcode.VARIABLE) {
                variables = Math.max(variables, arguments[node] + 1);
            }
        }
        return infix(Notation.defaultNames(variables));
    }

    /** Builds expressions without defined operators. */
    private static final class Joining implements ExpressionFold<Expression> {
        @Override
        public Expression constant(double value) {
            return Expression.constant(value);
        }

        @Override
        public Expression variable(int index) {
            return new Tree(1).variable(index).toExpression();
        }

        @Override
        public Expression parameter(int index) {
            return new Tree(1).parameter(index).toExpression();
        }

        @Override
        public Expression unary(int opcode, Expression operand) {
            Tree tree = new Tree(operand.size() + 1);
            operand.copyTo(tree);
            return tree.operator(opcode).toExpression();
        }

        @Override
        public Expression binary(int opcode, Expression left, Expression right) {
            Tree tree = new Tree(left.size() + right.size() + 1);
            left.copyTo(tree);
            return tree.append(right.toTree(), 0, right.size()).operator(opcode).toExpression();
        }
    }
}
