package org.spolia.symbolic.expression;

import java.io.Serializable;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;

/**
 * A fixed structure with free sub-expressions, such as {@code sin(f(x1))*g(x2, x3)}. A search finds the functions, each
 * of its own arguments, and keeps everything else. A function may be called several times, and its arguments may be
 * formulas.
 *
 * <p>A template may have parameters: numbers with one value for each category of rows. The category of a row is given
 * by indicator variables after the variables of the template: one for each category, 1 in its rows and 0 in all others.
 *
 * <p>A tree of a template has its sub-expressions one after another, {@code f g JOIN … FORM}; the variables of each are
 * its arguments. The parameters follow, each as one constant for each category, joined in the same way. The tree is
 * evaluated, differentiated, fitted and saved like any other, because its {@link Definitions} contain the template.
 */
public final class Template implements Serializable {
    public static final int MOST_FUNCTIONS = 8;

    /** The most values of all parameters together. Each value is fitted for each expression. */
    public static final int MOST_VALUES = 200;

    private static final String EXAMPLE = "sin(f(x1))*g(x2, x3)";

    private final String text;
    private final List<String> functions;
    private final List<List<String>> arguments;
    private final int[] calls;
    private final Tree body;
    private final List<String> parameters;
    private final List<String> variables;
    private final Definitions definitions;
    private final int categories;

    private Template(
            String text,
            FreeFunctions free,
            Tree body,
            List<String> parameters,
            List<String> variables,
            Definitions definitions,
            int categories) {
        this.text = text;
        this.parameters = List.copyOf(parameters);
        this.variables = List.copyOf(variables);
        this.definitions = definitions;
        this.categories = categories;
        this.functions = free.names();
        this.arguments = free.arguments();
        this.calls = free.calls();
        this.body = body;
    }

    /**
     * Reads a template: a formula in which every function that is not an operator is free.
     *
     * @throws IllegalArgumentException if the text is not a template over these variables; the message gives the reason
     */
    public static Template parse(String text, List<String> variables, Definitions definitions) {
        return parse(text, variables, definitions, List.of(), 0);
    }

    /**
     * Like {@link #parse(String, List, Definitions)}, with parameters.
     *
     * @param parameters their names
     * @param categories the number of values of each
     */
    public static Template parse(
            String text, List<String> variables, Definitions definitions, List<String> parameters, int categories) {
        if (parameters.size() * (long) categories > MOST_VALUES) {
            throw new IllegalArgumentException(parameters.size() + " parameters of " + categories
                    + " categories have more than " + MOST_VALUES + " values; take fewer of them");
        }
        FreeFunctions free = new FreeFunctions();
        Tree body = new ExpressionParser(text, variables, parameters, definitions, free).parseTree();
        int count = free.names().size();
        if (count == 0) {
            throw new IllegalArgumentException("'" + text + "' has no function to find; write one as in " + EXAMPLE);
        }
        if (count > MOST_FUNCTIONS) {
            throw new IllegalArgumentException(
                    "'" + text + "' has " + count + " functions to find; the most are " + MOST_FUNCTIONS);
        }
        for (int parameter = 0; parameter < parameters.size(); parameter++) {
            requireUsed(parameters.get(parameter), parameter, body);
        }
        return new Template(text.strip(), free, body, parameters, variables, definitions, categories);
    }

    private static void requireUsed(String name, int parameter, Tree body) {
        for (int node = 0; node < body.size(); node++) {
            if (body.opcode(node) == Opcode.PARAMETER && body.argument(node) == parameter) {
                return;
            }
        }
        throw new IllegalArgumentException("parameter '" + name + "' does not occur in the template; add it there");
    }

    /** The names of the parameters. */
    public List<String> parameters() {
        return parameters;
    }

    /** The number of values of each parameter. */
    public int categories() {
        return categories;
    }

    /** The variable that is 1 in the rows of the first category. */
    int firstIndicator() {
        return variables.size();
    }

    /** The names of the functions, in the order of the sub-expressions. */
    public List<String> functions() {
        return functions;
    }

    /** The names of the arguments of a function. */
    public List<String> arguments(int function) {
        return arguments.get(function);
    }

    /** The nodes of a tree that join its sub-expressions. */
    public int spine() {
        return functions.size() + 2 * parameters.size() * categories;
    }

    /** The sub-expressions and the parameters. */
    public int segments() {
        return functions.size() + parameters.size();
    }

    /** The fixed part, in postfix order; the argument of {@link Opcode#CALL} is the number of the function. */
    Tree body() {
        return body;
    }

    /** Writes the beginning and the end of segment i to entries 2 i and 2 i + 1. Functions come before parameters. */
    public void locate(Tree tree, int[] bounds) {
        int end = tree.size() - 2;
        for (int segment = segments() - 1; segment > 0; segment--) {
            int start = tree.start(end - 1);
            bounds[2 * segment] = start;
            bounds[2 * segment + 1] = end;
            end = start - 1;
        }
        bounds[0] = 0;
        bounds[1] = end + 1;
    }

    /** The passes over the rows that one evaluation takes. */
    int passes(Tree tree) {
        int[] bounds = new int[2 * segments()];
        locate(tree, bounds);
        int passes = body.passes() + 2 * parameters.size() * categories;
        for (int function = 0; function < calls.length; function++) {
            passes += calls[function] * (tree.passes(bounds[2 * function], bounds[2 * function + 1]) - 1);
        }
        return passes;
    }

    /** The sub-expressions. */
    List<Expression> parts(Tree tree) {
        int[] bounds = new int[2 * segments()];
        locate(tree, bounds);
        List<Expression> parts = new ArrayList<>();
        for (int function = 0; function < functions.size(); function++) {
            int from = bounds[2 * function];
            int to = bounds[2 * function + 1];
            parts.add(new Tree(to - from).append(tree, from, to).toExpression());
        }
        return parts;
    }

    /** The values of a parameter, one for each category. */
    double[] values(Tree tree, int parameter) {
        int[] bounds = new int[2 * segments()];
        locate(tree, bounds);
        double[] values = new double[categories];
        int category = 0;
        int segment = functions.size() + parameter;
        for (int node = bounds[2 * segment]; node < bounds[2 * segment + 1]; node++) {
            if (tree.opcode(node) == Opcode.CONSTANT) {
                values[category++] = tree.value(node);
            }
        }
        return values;
    }

    /** Returns the whole expression over the variables followed by the parameters, without the template. */
    public Expression compose(Tree tree) {
        List<Expression> parts = parts(tree);
        Deque<Expression> stack = new ArrayDeque<>();
        for (int node = 0; node < body.size(); node++) {
            int opcode = body.opcode(node);
            switch (opcode) {
                case Opcode.CONSTANT -> stack.push(Expression.constant(body.value(node)));
                case Opcode.VARIABLE ->
                    stack.push(new Tree(1).variable(body.argument(node)).toExpression());
                case Opcode.PARAMETER ->
                    stack.push(new Tree(1)
                            .variable(variables.size() + body.argument(node))
                            .toExpression());
                case Opcode.CALL -> {
                    int function = body.argument(node);
                    List<Expression> operands =
                            pop(stack, arguments.get(function).size());
                    stack.push(substituted(parts.get(function), operands));
                }
                default -> stack.push(joined(opcode, pop(stack, Opcode.arity(opcode)), body));
            }
        }
        return stack.pop();
    }

    private static List<Expression> pop(Deque<Expression> stack, int count) {
        List<Expression> operands = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            operands.add(stack.pop());
        }
        Collections.reverse(operands);
        return operands;
    }

    private static Expression substituted(Expression part, List<Expression> operands) {
        int size = 0;
        for (int node = 0; node < part.size(); node++) {
            boolean operand = part.opcode(node) == Opcode.VARIABLE;
            size += operand ? operands.get(part.argument(node)).size() : 1;
        }
        Tree whole = new Tree(size);
        Tree source = part.toTree();
        for (int node = 0; node < part.size(); node++) {
            if (part.opcode(node) == Opcode.VARIABLE) {
                Tree operand = operands.get(part.argument(node)).toTree();
                whole.append(operand, 0, operand.size());
            } else {
                whole.append(source, node, node + 1);
            }
        }
        return whole.toExpression();
    }

    private static Expression joined(int opcode, List<Expression> operands, Tree body) {
        Tree whole = new Tree(1 + operands.stream().mapToInt(Expression::size).sum());
        for (Expression operand : operands) {
            whole.append(operand.toTree(), 0, operand.size());
        }
        if (Opcode.isDefined(opcode)) {
            whole.adopt(body.definitions());
        }
        return whole.operator(opcode).toExpression();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Template template
                && toString().equals(template.toString())
                && bodyText().equals(template.bodyText());
    }

    private Expression bodyText() {
        return body.toExpression();
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    /** Returns the text that was read, and the parameters. */
    /** What the template was read from. */
    private record Source(
            String text, List<String> variables, List<String> definitions, List<String> parameters, int categories)
            implements Serializable {
        private Object readResolve() {
            return parse(text, variables, Definitions.parse(definitions), parameters, categories);
        }
    }

    private Object writeReplace() {
        List<String> texts =
                definitions.definitions().stream().map(Definition::text).toList();
        return new Source(text, variables, texts, parameters, categories);
    }

    @Override
    public String toString() {
        return text + (parameters.isEmpty() ? "" : " with " + parameters + " of " + categories);
    }
}
