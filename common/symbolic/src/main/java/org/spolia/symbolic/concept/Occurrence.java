package org.spolia.symbolic.concept;

import java.util.ArrayList;
import java.util.List;

/**
 * An occurrence of a pattern in a law.
 *
 * @param site the term at whose root it begins; the law contains the pattern wherever it contains this term
 * @param items the items of the root of the site that belong to it, as a bit set
 * @param inverted whether the pattern is subtracted, or is a divisor, at the site
 * @param operands the terms in place of its holes
 * @param saving the bits by which a law becomes shorter if an operator replaces the pattern
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
     * Returns the occurrence with a saving of at most the bits of the law. Powers of powers are one power in a pattern
     * and two in a law, where they may take fewer bits.
     */
    Occurrence within(ConceptTerm law) {
        double seen = law.bits() - rewritten(law, 0).bits();
        return new Occurrence(pattern, site, items, inverted, operands, Math.min(saving, seen));
    }

    /** Returns a law with a use of the concept at this position wherever it contains the site. */
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
