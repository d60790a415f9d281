package org.spolia.symbolic.search;

import org.spolia.symbolic.expression.Opcode;
import org.spolia.symbolic.expression.Tree;
import org.spolia.symbolic.special.Logarithm;

/**
 * The length of a description of the data by a model, in nats: the residuals under a Gaussian, the nodes of the tree, and its
 * constants. A small integer, a fraction with a small denominator or such a multiple of π costs its bits, any other constant the
 * half-logarithm of the number of rows (Rissanen 1978; Udrescu et al., NeurIPS 2020).
 */
final class DescriptionLength {
    private static final double NATS_PER_NODE = Logarithm.log(15);
    private static final double NATS_PER_BIT = Logarithm.log(2);
    private static final double FREE_CONSTANT = 2;
    private static final int LARGEST_INTEGER = 100;
    private static final int LARGEST_DENOMINATOR = 12;
    private static final double CLOSE = 1e-12;

    private final int rows;

    DescriptionLength(int rows) {
        this.rows = rows;
    }

    /** The length with this error, a share of the variance. */
    double of(Tree tree, double normalisedError) {
        double nats = 0.5 * rows * Logarithm.log(normalisedError) + NATS_PER_NODE * tree.size();
        for (int node = 0; node < tree.size(); node++) {
            if (tree.opcode(node) == Opcode.CONSTANT) {
                nats += constant(tree.value(node));
            }
        }
        return nats;
    }

    private double constant(double value) {
        double bits = bits(value);
        return bits < Double.POSITIVE_INFINITY ? bits * NATS_PER_BIT : 0.5 * Logarithm.log(rows) + FREE_CONSTANT;
    }

    /** The bits of an integer, fraction or multiple of π, or positive infinity for any other value. */
    static double bits(double value) {
        double plain = fractionBits(value);
        return Math.min(plain, fractionBits(value / Math.PI) + 1);
    }

    private static double fractionBits(double value) {
        for (int denominator = 1; denominator <= LARGEST_DENOMINATOR; denominator++) {
            double numerator = value * denominator;
            double rounded = Math.rint(numerator);
            if (Math.abs(rounded) <= LARGEST_INTEGER && Math.abs(numerator - rounded) <= CLOSE * Math.abs(rounded)) {
                return integerBits(rounded) + (denominator == 1 ? 0 : integerBits(denominator));
            }
        }
        return Double.POSITIVE_INFINITY;
    }

    private static double integerBits(double value) {
        return 1 + Logarithm.log(Math.abs(value) + 1) / NATS_PER_BIT;
    }
}
