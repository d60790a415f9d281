package org.spolia.symbolic.library;

import org.spolia.symbolic.expression.Tree;

/** Receives the expressions that the library finds. The search behind it evaluates, fits and keeps them. */
public interface Proposals {
    /**
     * Returns the least known loss of an expression with at most {@code size} nodes, as a share of the target's
     * variance.
     */
    double best(int size);

    /**
     * Takes an expression whose coefficients were fitted on the rows of the library. The tree is valid during the call
     * only.
     */
    void propose(Tree tree);

    /** Reports that one work item threw. The items after it continue. */
    void failed(Throwable failure);
}
