package org.spolia.experiment.monitor;

import java.io.Serializable;
import java.util.List;
import org.spolia.experiment.data.ContentHash;
import org.spolia.experiment.problem.FeatureProblem;
import org.spolia.symbolic.expression.Expression;

/**
 * A law that is watched. Two spellings of one expression are the same law.
 *
 * @param featuresId the rows that it is about
 * @param variables the names of their columns
 * @param expression infix, as {@link Expression#infix} writes it
 */
public record Law(String featuresId, List<String> variables, String expression) implements Serializable {
    public Law {
        variables = List.copyOf(variables);
    }

    /**
     * Returns a law over the variables of a problem.
     *
     * @throws org.spolia.symbolic.expression.ExpressionSyntaxException if the text is not an expression over them
     */
    public static Law of(FeatureProblem problem, String text) {
        List<String> variables = problem.variableNames();
        return new Law(
                problem.featuresId(),
                variables,
                Expression.parse(text, variables).infix(variables));
    }

    /** The SHA-256 of the law, hexadecimal. */
    public String id() {
        return ContentHash.of("law")
                .add(featuresId)
                .add(variables)
                .add(expression)
                .hex();
    }

    Expression parsed() {
        return Expression.parse(expression, variables);
    }
}
