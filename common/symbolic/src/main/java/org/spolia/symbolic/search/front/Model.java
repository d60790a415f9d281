package org.spolia.symbolic.search.front;

import org.spolia.symbolic.expression.Tree;

/**
 * A model evaluated on all rows.
 *
 * @param tree owned by the model
 * @param complexity its complexity
 * @param loss the mean squared error
 * @param floor the mean squared error that the rounding of the data explains; 0 if the loss is far above it
 * @param description the length of the description with the error, or with the floor if that is larger
 * @param skeleton the hash of the tree without the values of its constants
 */
public record Model(Tree tree, int complexity, double loss, double floor, double description, long skeleton) {
    public int size() {
        return tree.size();
    }

    /** The loss, but at least the floor, below which models count as equally good. */
    public double effectiveLoss() {
        return Math.max(loss, floor);
    }
}
