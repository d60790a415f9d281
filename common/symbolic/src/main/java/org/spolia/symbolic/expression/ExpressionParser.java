package org.spolia.symbolic.expression;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A recursive-descent parser that writes postfix as it reads. */
final class ExpressionParser {
    private static final int MAX_NODES = 4096;
    private static final int MAX_NESTING = 400;

    private final String text;
    private final List<String> variables;
    private final List<String> parameters;
    private final Definitions definitions;
    private final @Nullable FreeFunctions free;
    private final Tree output;
    private int position;
    private int nesting;

    ExpressionParser(String text, List<String> variables, List<String> parameters, Definitions definitions) {
        this(text, variables, parameters, definitions, null);
    }

    /** Creates a parser that collects in {@code free}, if present, the functions that are not operators. */
    ExpressionParser(
            String text,
            List<String> variables,
            List<String> parameters,
            Definitions definitions,
            @Nullable FreeFunctions free) {
        this.free = free;
        this.text = text;
        this.variables = variables;
        this.parameters = parameters;
        this.definitions = definitions;
        this.output = new Tree(MAX_NODES, definitions);
    }

    Expression parse() {
        return parseTree().toExpression();
    }

    Tree parseTree() {
        sum();
        skipSpace();
        if (position < text.length()) {
            throw error("Unexpected '" + text.charAt(position) + "'");
        }
        return output;
    }

    private void sum() {
        if (++nesting > MAX_NESTING) {
            throw error("Formula is nested more than " + MAX_NESTING + " deep");
        }
        product();
        while (true) {
            if (accept('+')) {
                product();
                emit(Opcode.ADD);
            } else if (accept('-')) {
                product();
                emit(Opcode.SUB);
            } else {
                nesting--;
                return;
            }
        }
    }

    private void product() {
        signed();
        while (true) {
            if (acceptTimes()) {
                signed();
                emit(Opcode.MUL);
            } else if (accept('/')) {
                signed();
                emit(Opcode.DIV);
            } else {
                return;
            }
        }
    }

    private void signed() {
        if (accept('+')) {
            signed();
        } else if (accept('-')) {
            negated();
        } else {
            power();
        }
    }

    /**
     * A minus directly before a number makes a negative constant, which is how the printer writes one. Elsewhere it is
     * the operator neg.
     */
    private void negated() {
        if (++nesting > MAX_NESTING) {
            throw error("Formula is nested more than " + MAX_NESTING + " deep");
        }
        skipSpace();
        boolean number = position < text.length() && startsNumber(text.charAt(position));
        int first = output.size();
        signed();
        if (number && output.size() == first + 1 && output.opcode(first) == Opcode.CONSTANT) {
            output.setValue(first, -output.value(first));
        } else {
            emit(Opcode.NEG);
        }
        nesting--;
    }

    private void power() {
        primary();
        if (acceptPower()) {
            signed();
            emit(Opcode.POW);
        }
    }

    private void primary() {
        skipSpace();
        if (position >= text.length()) {
            throw error("Formula ends where a number, a name or '(' is expected");
        }
        char next = text.charAt(position);
        if (next == '(') {
            position++;
            sum();
            expect(')');
        } else if (startsNumber(next)) {
            number();
        } else if (Character.isJavaIdentifierStart(next)) {
            name();
        } else {
            throw error("Unexpected '" + next + "' where a number, a name or '(' is expected");
        }
    }

    private static boolean startsNumber(char c) {
        return c >= '0' && c <= '9' || c == '.';
    }

    private void number() {
        int from = position;
        while (position < text.length() && startsNumber(text.charAt(position))) {
            position++;
        }
        if (position < text.length() && (text.charAt(position) | 0x20) == 'e') {
            int exponent = position + 1;
            if (exponent < text.length() && (text.charAt(exponent) == '+' || text.charAt(exponent) == '-')) {
                exponent++;
            }
            if (exponent < text.length() && Character.isDigit(text.charAt(exponent))) {
                position = exponent;
                while (position < text.length() && Character.isDigit(text.charAt(position))) {
                    position++;
                }
            }
        }
        String digits = text.substring(from, position);
        double value;
        try {
            value = Double.parseDouble(digits);
        } catch (NumberFormatException e) {
            position = from;
            throw error("'" + digits + "' is not a number");
        }
        if (Double.isInfinite(value)) {
            position = from;
            throw error("'" + digits + "' is too large for a double");
        }
        room();
        output.constant(value);
    }

    private void name() {
        int from = position;
        while (position < text.length() && Character.isJavaIdentifierPart(text.charAt(position))) {
            position++;
        }
        String name = text.substring(from, position);
        skipSpace();
        if (position < text.length() && text.charAt(position) == '(') {
            call(name, from);
            return;
        }
        room();
        int variable = variables.indexOf(name);
        int parameter = parameters.indexOf(name);
        if (variable >= 0) {
            output.variable(variable);
        } else if (parameter >= 0) {
            output.parameter(parameter);
        } else if (name.equals("pi")) {
            output.constant(Math.PI);
        } else {
            position = from;
            throw error("Unknown name '" + name + "' (variables are " + String.join(", ", variables) + ")");
        }
    }

    private void call(String name, int from) {
        Operator operator = definitions.operator(name).orElse(null);
        if (operator == null && free != null) {
            callFree(free, name, from);
            return;
        }
        if (operator == null) {
            position = from;
            throw error("Unknown function '" + name + "'");
        }
        expect('(');
        sum();
        for (int argument = 1; argument < operator.arity(); argument++) {
            expect(',');
            sum();
        }
        expect(')');
        emit(operator.opcode());
    }

    private void callFree(FreeFunctions functions, String name, int from) {
        List<String> arguments = new ArrayList<>();
        int function = functions.begin(name);
        expect('(');
        do {
            int first = output.size();
            sum();
            arguments.add(output.size() == first + 1 ? nameAt(first) : "");
        } while (accept(','));
        expect(')');
        room();
        try {
            functions.end(function, arguments);
        } catch (IllegalArgumentException e) {
            position = from;
            throw error(String.valueOf(e.getMessage()));
        }
        output.place(Opcode.CALL, function);
    }

    /** Returns the name at a node; empty unless the node is a variable or a parameter. */
    private String nameAt(int node) {
        return switch (output.opcode(node)) {
            case Opcode.VARIABLE -> variables.get(output.argument(node));
            case Opcode.PARAMETER -> parameters.get(output.argument(node));
            default -> "";
        };
    }

    private void emit(int opcode) {
        room();
        output.operator(opcode);
    }

    private void room() {
        if (output.size() == MAX_NODES) {
            throw error("Formula has more than " + MAX_NODES + " nodes");
        }
    }

    private boolean acceptTimes() {
        skipSpace();
        boolean power = text.startsWith("**", position);
        return !power && accept('*');
    }

    private boolean acceptPower() {
        skipSpace();
        if (text.startsWith("**", position)) {
            position += 2;
            return true;
        }
        return accept('^');
    }

    private boolean accept(char expected) {
        skipSpace();
        if (position < text.length() && text.charAt(position) == expected) {
            position++;
            return true;
        }
        return false;
    }

    private void expect(char expected) {
        if (!accept(expected)) {
            String found = position < text.length() ? "'" + text.charAt(position) + "'" : "the end";
            throw error("Expected '" + expected + "' but found " + found);
        }
    }

    private void skipSpace() {
        while (position < text.length() && Character.isWhitespace(text.charAt(position))) {
            position++;
        }
    }

    private ExpressionSyntaxException error(String problem) {
        return new ExpressionSyntaxException(problem, text, position);
    }
}
