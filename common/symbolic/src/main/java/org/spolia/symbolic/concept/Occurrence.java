package org.spolia.symbolic.concept;

import java.util.ArrayList;
import java.util.List;

/**
 * A pattern somewhere in a law.
 *
 * @param site the term at whose root it begins; wherever the law has this term, it has the pattern
 * @param items of the root of the site that it takes, as a set of bits
 * @param inverted whether what it stands for is subtracted, or divided by, at the site
 * @param operands what its holes stand for
 * @param saving the bits that a law becomes shorter by if an operator stands for the pattern
 */
record Occurrence(
        Pattern pattern, ConceptTerm site, int items, boolean inverted, List<ConceptTerm> operands, double saving) {

    static Occurrence of(Pattern pattern, ConceptTerm site, int items, boolean inverted, List<ConceptTerm> operands) {
        double saving = pattern.term().bits() - CodeLength.BITS_PER_NODE;
        for (int hole = 0; hole < operands.size(); hole++) {
            int times = pattern.occurrences(hole);
            saving += (times - 1) * operands.get(hole).bits() - times * CodeLength.BITS_PER_NODE;
        }
        return new Occurrence(pattern, site, items, inverted, operands, saving);
    }

    /**
     * The same with no more than a law saves by it: powers of powers are one in a pattern and two in a law, where they
     * may take less.
     */
    Occurrence within(ConceptTerm law) {
        double seen = law.bits() - rewritten(law, 0).bits();
        return new Occurrence(pattern, site, items, inverted, operands, Math.min(saving, seen));
    }

    /** A law with the concept of this place wherever it has the site. */
    ConceptTerm rewritten(ConceptTerm law, int place) {
        return replaced(law, withUse(place));
    }

    private ConceptTerm withUse(int place) {
        ConceptTerm use = ConceptTerm.use(place, operands);
        if (!site.isBag()) {
            return use;
        }
        List<Item> left = new ArrayList<>();
        for (int i = 0; i < site.items().size(); i++) {
            if ((items >> i & 1) == 0) {
                left.add(site.items().get(i));
            }
        }
        left.add(new Item(use, inverted ? -1 : 1));
        return ConceptTerms.like(site, left);
    }

    private ConceptTerm replaced(ConceptTerm term, ConceptTerm replacement) {
        if (term.equals(site)) {
            return replacement;
        }
        return ConceptTerms.like(
                term,
                term.items().stream()
                        .map(item -> new Item(replaced(item.term(), replacement), item.power()))
                        .toList());
    }
}
