package org.spolia.symbolic.library;

import org.spolia.symbolic.expression.Tree;

/** Receives expressions with constants to start from. The search behind it fits, keeps and judges them. */
public interface Starts {
    /**
     * Fits the constants of a tree in place and keeps the result where it is better than what is known.
     *
     * @param thorough whether the fit may take many steps
     * @return the loss as a share of the target's variance; infinite if the search does not admit the tree
     */
    double start(Tree tree, boolean thorough);

    /** Returns whether the search adds the best slope and intercept to each expression. */
    boolean scales();
}
