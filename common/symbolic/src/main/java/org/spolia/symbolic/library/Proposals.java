package org.spolia.symbolic.library;

import org.spolia.symbolic.expression.Tree;

/** Where the library hands what it found: the search behind it evaluates, fits and keeps. */
public interface Proposals {
    /** The least loss known for an expression of at most so many nodes, as a share of the target's variance. */
    double best(int size);

    /** Takes an expression with coefficients from the library's rows; the tree is only lent. */
    void propose(Tree tree);

    /** Hears that a piece of work threw. The pieces after it go on. */
    void failed(Throwable failure);
}
