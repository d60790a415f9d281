package org.spolia.symbolic.concept;

import java.util.List;
import java.util.Optional;
import org.spolia.symbolic.expression.ExpressionFold;
import org.spolia.symbolic.expression.Opcode;

/** Converts expressions to terms. */
final class TermReader implements ExpressionFold<ConceptTerm> {
    @Override
    public ConceptTerm constant(double value) {
        return ConceptTerms.constant(value);
    }

    @Override
    public ConceptTerm variable(int index) {
        return ConceptTerm.variable(index);
    }

    @Override
    public ConceptTerm parameter(int index) {
        throw new IllegalArgumentException("A law must not have the parameter p" + index + "; insert its value");
    }

    @Override
    public ConceptTerm unary(int opcode, ConceptTerm operand) {
        return switch (opcode) {
            case Opcode.NEG -> ConceptTerms.negated(operand);
            case Opcode.INV -> power(operand, -1);
            case Opcode.SQUARE -> power(operand, 2);
            case Opcode.CUBE -> power(operand, 3);
            default -> ConceptTerms.call(opcode, List.of(operand));
        };
    }

    @Override
    public ConceptTerm binary(int opcode, ConceptTerm left, ConceptTerm right) {
        return switch (opcode) {
            case Opcode.ADD -> ConceptTerms.sum(List.of(Item.of(left), Item.of(right)));
            case Opcode.SUB -> ConceptTerms.sum(List.of(Item.of(left), new Item(right, -1)));
            case Opcode.MUL -> ConceptTerms.product(List.of(Item.of(left), Item.of(right)));
            case Opcode.DIV -> ConceptTerms.product(List.of(Item.of(left), new Item(right, -1)));
            case Opcode.POW -> raised(left, right);
            default -> ConceptTerms.call(opcode, List.of(left, right));
        };
    }

    private static ConceptTerm raised(ConceptTerm base, ConceptTerm exponent) {
        Optional<Integer> whole = exponent.integer().filter(n -> n != 0 && Math.abs(n) <= ConceptTerms.LARGEST_POWER);
        return whole.isPresent() ? power(base, whole.get()) : ConceptTerms.call(Opcode.POW, List.of(base, exponent));
    }

    private static ConceptTerm power(ConceptTerm base, int exponent) {
        return ConceptTerms.product(List.of(new Item(base, exponent)));
    }
}
