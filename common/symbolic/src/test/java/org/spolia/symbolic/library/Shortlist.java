package org.spolia.symbolic.library;

import java.util.ArrayList;
import java.util.List;
import org.spolia.symbolic.evaluation.Evaluator;
import org.spolia.symbolic.evaluation.Sample;
import org.spolia.symbolic.expression.Tree;

/** Keeps proposals, and the least loss over all rows of a sample. */
public final class Shortlist implements Proposals {
    private final Sample sample;
    private final List<String> names;
    private final Evaluator evaluator = new Evaluator();
    private final List<String> formulas = new ArrayList<>();
    private double loss = Double.POSITIVE_INFINITY;

    public Shortlist(Sample sample, List<String> names) {
        this.sample = sample;
        this.names = names;
    }

    public List<String> formulas() {
        return formulas;
    }

    /** As a share of the variance. */
    public double loss() {
        return loss;
    }

    @Override
    public double best(int size) {
        return loss;
    }

    @Override
    public void propose(Tree tree) {
        formulas.add(tree.toExpression().infix(names));
        loss = Math.min(loss, evaluator.residualSquares(tree, sample) / sample.sumOfSquares());
    }

    @Override
    public void failed(Throwable failure) {
        throw new AssertionError("no piece of work may fail here", failure);
    }
}
