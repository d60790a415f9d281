package org.spolia.symbolic.expression;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An operator that a formula defines, such as {@code hill(x, k) = x/(x + k)}. It has 1 to 3 operands, all of which the
 * formula uses, built-in operators, and numbers that a search does not fit. In an expression it is one node. Its values
 * equal the values of the formula bit for bit, so they are NaN where any part of the formula is NaN.
 */
public final class Definition {
    /** The most nodes of a formula. */
    public static final int MOST_NODES = 64;

    private static final Pattern HEAD = Pattern.compile("\\s*([^\\s()]*)\\s*\\(([^()]*)\\)\\s*");
    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_]*");
    private static final String EXAMPLE = "hill(x, k) = x/(x + k)";

    private final String name;
    private final List<String> operands;
    private final Expression formula;
    private final String text;
    private final long hash;
    private final int passes;
    private final int depth;

    private Definition(String name, List<String> operands, Expression formula) {
        this.name = name;
        this.operands = operands;
        this.formula = formula;
        this.text = name + "(" + String.join(", ", operands) + ") = " + formula.infix(operands);
        this.hash = hash(text);
        this.depth = formula.depth();
        this.passes = formula.operatorCounts().values().stream()
                .mapToInt(count -> count)
                .sum();
    }

    /**
     * Reads a definition.
     *
     * @param earlier definitions that the formula may use besides the built-in operators; their formulas are inserted
     * @throws IllegalArgumentException if the text is not a definition; the message gives the reason
     */
    public static Definition parse(String text, Definitions earlier) {
        int equals = text.indexOf('=');
        Matcher head = HEAD.matcher(text.substring(0, Math.max(0, equals)));
        require(head.matches(), "'" + text + "' is not a definition; write one as in " + EXAMPLE);
        String name = head.group(1);
        List<String> operands =
                Arrays.stream(head.group(2).split(",", -1)).map(String::strip).toList();
        requireName("operator", name);
        require(
                Operator.named(name).isEmpty() && earlier.named(name).isEmpty(),
                "operator '" + name + "' already exists; choose another name");
        requireOperands(name, operands);
        String body = text.substring(equals + 1);
        require(
                !Pattern.compile("\\b" + name + "\\s*\\(").matcher(body).find(),
                "operator '" + name
                        + "' occurs in its own formula; use built-in operators and operators defined before it");
        return new Definition(name, operands, formula(name, operands, body, earlier));
    }

    private static void requireOperands(String name, List<String> operands) {
        require(
                operands.size() <= Opcode.MOST_OPERANDS,
                "operator '" + name + "' has " + operands.size() + " operands; the most are " + Opcode.MOST_OPERANDS);
        for (int i = 0; i < operands.size(); i++) {
            requireName("operand of '" + name + "'", operands.get(i));
            require(
                    operands.indexOf(operands.get(i)) == i,
                    "operator '" + name + "' has the operand '" + operands.get(i) + "' twice; name each once");
        }
    }

    private static Expression formula(String name, List<String> operands, String body, Definitions earlier) {
        Expression formula;
        try {
            formula = Expression.parse(body.strip(), operands, earlier).expanded();
        } catch (ExpressionSyntaxException e) {
            throw new IllegalArgumentException("the formula of '" + name + "': " + e.getMessage(), e);
        }
        require(
                formula.size() <= MOST_NODES,
                "the formula of '" + name + "' has " + formula.size() + " nodes; the most are " + MOST_NODES);
        for (int operand = 0; operand < operands.size(); operand++) {
            require(
                    uses(formula, operand),
                    "the formula of '" + name + "' does not use '" + operands.get(operand) + "'; remove the operand");
        }
        require(formula.size() > 1, "the formula of '" + name + "' is its operand; give it an operator");
        return formula;
    }

    private static boolean uses(Expression formula, int operand) {
        for (int node = 0; node < formula.size(); node++) {
            if (formula.opcode(node) == Opcode.VARIABLE && formula.argument(node) == operand) {
                return true;
            }
        }
        return false;
    }

    private static void requireName(String what, String name) {
        require(
                NAME.matcher(name).matches() && !name.equals("pi"),
                "'" + name + "' is not a valid name for an " + what
                        + "; take letters, digits and _ after a letter, as in " + EXAMPLE);
    }

    private static void require(boolean condition, String problem) {
        if (!condition) {
            throw new IllegalArgumentException(problem);
        }
    }

    /** FNV-1a, which is the same in every process. */
    private static long hash(String text) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
        }
        return hash;
    }

    public String name() {
        return name;
    }

    public int arity() {
        return operands.size();
    }

    /** The formula over the operands as variables, with built-in operators only. */
    public Expression formula() {
        return formula;
    }

    /** The definition in a canonical form that identifies it. */
    public String text() {
        return text;
    }

    /** A hash of the text. */
    public long hash() {
        return hash;
    }

    /** The number of operators in the formula: the cost of one evaluation in passes over the rows. */
    public int passes() {
        return passes;
    }

    /** The longest path of the formula, in nodes. */
    public int depth() {
        return depth;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Definition definition && text.equals(definition.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return text;
    }
}
