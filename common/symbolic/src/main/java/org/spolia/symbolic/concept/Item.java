package org.spolia.symbolic.concept;

/**
 * A term within another term.
 *
 * @param power the exponent in a product, a non-zero integer; the sign in a sum, 1 or -1; otherwise 1
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
