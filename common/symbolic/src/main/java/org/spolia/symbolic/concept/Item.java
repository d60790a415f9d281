package org.spolia.symbolic.concept;

/**
 * A term within another one.
 *
 * @param power in a product the exponent, a whole number but 0; in a sum the sign, 1 or -1; elsewhere 1
 */
record Item(ConceptTerm term, int power) {
    static Item of(ConceptTerm term) {
        return new Item(term, 1);
    }

    Item withPower(int other) {
        return new Item(term, other);
    }

    String key() {
        return power == 1 ? term.key() : term.key() + "^" + power;
    }
}
