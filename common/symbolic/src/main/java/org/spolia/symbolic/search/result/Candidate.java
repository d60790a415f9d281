package org.spolia.symbolic.search.result;

import java.util.Optional;
import org.spolia.symbolic.expression.Composition;
import org.spolia.symbolic.expression.Expression;
import org.spolia.symbolic.expression.Tree;

/**
 * A model in the result of a search.
 *
 * @param expression the model
 * @param complexity its complexity: the number of its nodes, unless the options have another definition
 * @param rank 1 for the best of its complexity, at most 5
 * @param loss the mean loss on all training rows: of squared errors, unless the sample has another loss
 * @param pareto whether no model of smaller or equal complexity has a smaller loss
 * @param heldOut its loss on held-out rows, if the search evaluated it
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
    /** Creates a model without a template and without held-out rows. */
    public Candidate(Expression expression, int complexity, int rank, double loss, boolean pareto) {
        this(expression, complexity, rank, loss, pareto, Optional.empty(), Optional.empty());
    }

    /** Returns the expression over the variables for a tree of a search, with a template filled in. */
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
