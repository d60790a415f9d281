package org.spolia.symbolic.concept;

import org.spolia.symbolic.search.form.RoundValues;
import org.spolia.symbolic.special.Logarithm;

/**
 * The description length of a term in bits, like the one by which a search selects its model: log2 15 for a node; for a
 * constant with a name (an integer, a simple fraction, a simple multiple of π) the bits of its name in addition; for
 * any other constant the bits that data determine.
 */
final class CodeLength {
    static final double BITS_PER_NODE = Logarithm.log(15) / Logarithm.log(2);

    /** A few hundred rows with an error of a thousandth: log2(rows/error²)/2. */
    private static final double BITS_OF_FITTED = 14;

    private static final int LARGEST_POWER_WITH_AN_OPERATOR = 3;

    private CodeLength() {}

    static boolean hasName(double value) {
        return value == 0 || RoundValues.nameBits(value) < Double.POSITIVE_INFINITY;
    }

    /** Returns the number of nodes that {@link TermWriter} writes. */
    static int nodes(ConceptTerm term) {
        int nodes = joints(term);
        if (!term.is(ConceptTerm.Kind.CUT)) {
            for (Item item : term.items()) {
                nodes += item.term().nodes() + powerNodes(term, item.power());
            }
        }
        return nodes;
    }

    static double bits(ConceptTerm term) {
        double bits = BITS_PER_NODE * joints(term);
        if (term.is(ConceptTerm.Kind.CONSTANT)) {
            bits += constantBits(term.value());
        }
        if (!term.is(ConceptTerm.Kind.CUT)) {
            for (Item item : term.items()) {
                int nodes = powerNodes(term, item.power());
                bits += item.term().bits() + BITS_PER_NODE * nodes;
                bits += nodes == 2 ? constantBits(Math.abs(item.power())) : 0;
            }
        }
        return bits;
    }

    /** Returns the nodes of the root: those that join the items of a bag, and one more if all are inverted. */
    private static int joints(ConceptTerm term) {
        return term.isBag() ? term.items().size() - 1 + (term.isInverted() ? 1 : 0) : 1;
    }

    private static int powerNodes(ConceptTerm term, int power) {
        int exponent = Math.abs(power);
        if (!term.is(ConceptTerm.Kind.PRODUCT) || exponent == 1) {
            return 0;
        }
        return exponent <= LARGEST_POWER_WITH_AN_OPERATOR ? 1 : 2;
    }

    private static double constantBits(double value) {
        if (value == 0) {
            return 1;
        }
        return Math.min(RoundValues.nameBits(value), BITS_OF_FITTED);
    }
}
