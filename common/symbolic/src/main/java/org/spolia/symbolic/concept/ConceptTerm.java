package org.spolia.symbolic.concept;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.spolia.symbolic.expression.Decimal;
import org.spolia.symbolic.expression.Operator;

/**
 * An expression whose sums and products have any number of unordered terms, so that {@code V*x/(k + x)} contains
 * {@code x/(x + k)}. Differences are sums with signs, quotients and squares are products with exponents, signs precede
 * products, and constants are positive. {@link ConceptTerms} makes terms of this form. Two terms are equal if their
 * keys are.
 */
final class ConceptTerm {
    /** The root of a term. */
    enum Kind {
        VARIABLE,
        CONSTANT,
        /** A term that a fragment leaves open; one node. */
        CUT,
        /** A concept in place of its formula. */
        USE,
        CALL,
        SUM,
        PRODUCT
    }

    private final Kind kind;
    private final int number;
    private final double value;
    private final List<Item> items;
    private final String key;
    private final int nodes;
    private final double bits;

    private ConceptTerm(Kind kind, int number, double value, List<Item> items, String key) {
        this.kind = kind;
        this.number = number;
        this.value = value;
        this.items = List.copyOf(items);
        this.key = key;
        this.nodes = CodeLength.nodes(this);
        this.bits = CodeLength.bits(this);
    }

    static ConceptTerm variable(int index) {
        return new ConceptTerm(Kind.VARIABLE, index, 0, List.of(), "x" + index);
    }

    /** Returns a positive constant, or zero. */
    static ConceptTerm number(double value) {
        return new ConceptTerm(Kind.CONSTANT, 0, value, List.of(), Decimal.shortest(value));
    }

    static ConceptTerm cut(ConceptTerm whole) {
        return new ConceptTerm(Kind.CUT, 0, 0, List.of(Item.of(whole)), "<" + whole.key + ">");
    }

    static ConceptTerm use(int place, List<ConceptTerm> operands) {
        return called(Kind.USE, place, "concept" + place, operands);
    }

    static ConceptTerm call(int opcode, List<ConceptTerm> operands) {
        return called(Kind.CALL, opcode, Operator.of(opcode).name(), operands);
    }

    private static ConceptTerm called(Kind kind, int number, String name, List<ConceptTerm> operands) {
        String key = operands.stream().map(ConceptTerm::key).collect(Collectors.joining(",", name + "(", ")"));
        return new ConceptTerm(kind, number, 0, operands.stream().map(Item::of).toList(), key);
    }

    /** Returns a sum or product of these items, which are sorted and cannot be grouped further. */
    static ConceptTerm bag(Kind kind, List<Item> items) {
        String name = kind == Kind.SUM ? "sum" : "product";
        String key = items.stream().map(Item::key).collect(Collectors.joining(",", name + "(", ")"));
        return new ConceptTerm(kind, 0, 0, items, key);
    }

    Kind kind() {
        return kind;
    }

    boolean is(Kind other) {
        return kind == other;
    }

    boolean isBag() {
        return kind == Kind.SUM || kind == Kind.PRODUCT;
    }

    /** Returns whether the root has an operator that a concept may replace. */
    boolean isInner() {
        return isBag() || kind == Kind.CALL;
    }

    /** Whether each item of a bag has a negative sign or exponent. */
    boolean isInverted() {
        return isBag() && items.stream().allMatch(item -> item.power() < 0);
    }

    /** The index of a variable, the opcode of a call, or the position of the concept of a use. */
    int number() {
        return number;
    }

    double value() {
        return value;
    }

    List<Item> items() {
        return items;
    }

    ConceptTerm child(int index) {
        return items.get(index).term();
    }

    /** Equal terms have equal keys. */
    String key() {
        return key;
    }

    /** The number of nodes of the written expression. */
    int nodes() {
        return nodes;
    }

    /** The description length in bits; see {@link CodeLength}. */
    double bits() {
        return bits;
    }

    /** Returns the integer value of the term, if it has one. */
    Optional<Integer> integer() {
        boolean negative = kind == Kind.SUM && items.size() == 1;
        ConceptTerm magnitude = negative ? child(0) : this;
        boolean whole = magnitude.kind == Kind.CONSTANT && magnitude.value == Math.rint(magnitude.value);
        if (!whole || magnitude.value > Integer.MAX_VALUE) {
            return Optional.empty();
        }
        return Optional.of((int) (negative ? -magnitude.value : magnitude.value));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ConceptTerm term && key.equals(term.key);
    }

    @Override
    public int hashCode() {
        return key.hashCode();
    }

    @Override
    public String toString() {
        return key;
    }
}
