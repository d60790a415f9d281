package org.spolia.symbolic.concept;

import org.spolia.symbolic.search.form.RoundValues;
import org.spolia.symbolic.special.Logarithm;

/**
 * The length of a description of a term in bits, as where a search chooses its model: a node costs log2 15, a constant
 * with a name (a whole number, a simple fraction, a simple multiple of π) the bits of its name on top, and any other
 * those that data determine.
 */
final class CodeLength {
    static final double BITS_PER_NODE = Logarithm.log(15) / Logarithm.log(2);

    /** Some hundred rows with an error of a thousandth: log2(rows/error²)/2. */
    private static final double BITS_OF_FITTED = 14;

    private static final int LARGEST_POWER_WITH_AN_OPERATOR = 3;

    private CodeLength() {}

    static boolean hasName(double value) {
        return value == 0 || RoundValues.nameBits(value) < Double.POSITIVE_INFINITY;
    }

    /** The nodes that {@link TermWriter} writes. */
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

    /** The nodes of the root: those that join the items of a bag, and one more where all are inverted. */
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
