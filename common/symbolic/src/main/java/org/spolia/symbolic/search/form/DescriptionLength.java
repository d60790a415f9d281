package org.spolia.symbolic.search.form;

import org.spolia.symbolic.expression.Opcode;
import org.spolia.symbolic.expression.Tree;
import org.spolia.symbolic.special.Logarithm;

/**
 * The length of a description of the data by a model, in nats: the residuals under a Gaussian, the nodes of the tree,
 * and its constants. A round constant costs the bits of its name. Any other constant costs the digits that the data
 * determine: the half-logarithm of the number of rows and of the ratio of variance to error (Rissanen 1978; Udrescu et
 * al., NeurIPS 2020).
 */
public final class DescriptionLength {
    public static final double NATS_PER_NODE = Logarithm.log(15);
    private static final double NATS_PER_BIT = Logarithm.log(2);
    private static final double LARGEST_ERROR = 0.02;

    private final long rows;

    public DescriptionLength(long rows) {
        this.rows = rows;
    }

    /** Returns the length with this error, a share of the variance. */
    public double of(Tree tree, double normalisedError) {
        double nats = residuals(normalisedError) + NATS_PER_NODE * tree.size();
        double free = freeConstant(normalisedError);
        for (int node = 0; node < tree.size(); node++) {
            if (tree.opcode(node) == Opcode.CONSTANT) {
                double bits = RoundValues.bits(tree.value(node));
                nats += Math.min(bits * NATS_PER_BIT, free);
            }
        }
        return nats;
    }

    public double residuals(double normalisedError) {
        return 0.5 * rows * Logarithm.log(normalisedError);
    }

    /** Returns the cost of a constant that is not round. */
    public double freeConstant(double normalisedError) {
        return 0.5 * Logarithm.log(rows / Math.min(normalisedError, LARGEST_ERROR));
    }
}
