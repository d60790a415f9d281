package org.spolia.symbolic.expression;

import java.util.ArrayList;
import java.util.List;

/**
 * A {@link Template} filled with sub-expressions.
 *
 * @param template the fixed structure
 * @param tree the sub-expressions as the search holds them; a constant counts once, however often its function is
 * called
 */
public record Composition(Template template, Expression tree) {
    /**
     * A sub-expression.
     *
     * @param name the name of the function
     * @param arguments the names of its variables
     */
    public record Part(String name, List<String> arguments, Expression expression) {
        public Part {
            arguments = List.copyOf(arguments);
        }

        /** Returns text such as {@code f(x, y) = x/(x + y)}. */
        public String text() {
            return name + "(" + String.join(", ", arguments) + ") = " + expression.infix(arguments);
        }
    }

    /** The sub-expressions in the order of the functions. */
    public List<Part> parts() {
        List<Expression> expressions = template.parts(tree.toTree());
        List<Part> parts = new ArrayList<>();
        for (int function = 0; function < expressions.size(); function++) {
            parts.add(new Part(
                    template.functions().get(function), template.arguments(function), expressions.get(function)));
        }
        return parts;
    }

    /** The values of a parameter of the template, one for each category. */
    public double[] values(int parameter) {
        return template.values(tree.toTree(), parameter);
    }

    /** The whole expression over the variables and, after them, the parameters of the template. */
    public Expression whole() {
        return template.compose(tree.toTree());
    }

    @Override
    public String toString() {
        return template + " with " + parts().stream().map(Part::text).toList();
    }
}
