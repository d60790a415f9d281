package org.spolia.symbolic.search.result;

import java.util.Optional;
import org.spolia.symbolic.expression.Composition;
import org.spolia.symbolic.expression.Expression;
import org.spolia.symbolic.expression.Tree;

/**
 * A model that a search ends with.
 *
 * @param expression the model
 * @param complexity its complexity: the number of its nodes, unless the options say otherwise
 * @param rank 1 for the best of its complexity, at most 5
 * @param loss the mean loss on all training rows: of squared errors, unless the sample says otherwise
 * @param pareto whether no model of smaller or equal complexity has a smaller loss
 * @param heldOut how it does on rows held out, if the search tried that
 * @param composition the sub-expressions, if the search had a template
 */
public record Candidate(
        Expression expression,
        int complexity,
        int rank,
        double loss,
        boolean pareto,
        Optional<HeldOut> heldOut,
        Optional<Composition> composition) {
    /** A model of its own for which no rows were held out. */
    public Candidate(Expression expression, int complexity, int rank, double loss, boolean pareto) {
        this(expression, complexity, rank, loss, pareto, Optional.empty(), Optional.empty());
    }

    /** What a tree of a search says over the variables: where there is a template, the whole that it is filled to. */
    public static Expression expression(Tree tree) {
        return composition(tree).map(Composition::whole).orElseGet(tree::toExpression);
    }

    private static Optional<Composition> composition(Tree tree) {
        return tree.definitions().template().map(template -> new Composition(template, tree.toExpression()));
    }

    public static Candidate of(
            Tree tree, int complexity, int rank, double loss, boolean pareto, Optional<HeldOut> heldOut) {
        return new Candidate(expression(tree), complexity, rank, loss, pareto, heldOut, composition(tree));
    }
}
