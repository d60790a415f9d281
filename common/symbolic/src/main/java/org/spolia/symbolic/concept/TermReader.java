package org.spolia.symbolic.concept;

import java.util.List;
import java.util.Optional;
import org.spolia.symbolic.expression.Fold;
import org.spolia.symbolic.expression.Opcode;

/** Expressions as terms. */
final class TermReader implements Fold<Term> {
    @Override
    public Term constant(double value) {
        return Terms.constant(value);
    }

    @Override
    public Term variable(int index) {
        return Term.variable(index);
    }

    @Override
    public Term parameter(int index) {
        throw new IllegalArgumentException("A law with parameter p" + index + " is none; insert the values");
    }

    @Override
    public Term unary(int opcode, Term operand) {
        return switch (opcode) {
            case Opcode.NEG -> Terms.negated(operand);
            case Opcode.INV -> power(operand, -1);
            case Opcode.SQUARE -> power(operand, 2);
            case Opcode.CUBE -> power(operand, 3);
            default -> Terms.call(opcode, List.of(operand));
        };
    }

    @Override
    public Term binary(int opcode, Term left, Term right) {
        return switch (opcode) {
            case Opcode.ADD -> Terms.sum(List.of(Item.of(left), Item.of(right)));
            case Opcode.SUB -> Terms.sum(List.of(Item.of(left), new Item(right, -1)));
            case Opcode.MUL -> Terms.product(List.of(Item.of(left), Item.of(right)));
            case Opcode.DIV -> Terms.product(List.of(Item.of(left), new Item(right, -1)));
            case Opcode.POW -> raised(left, right);
            default -> Terms.call(opcode, List.of(left, right));
        };
    }

    private static Term raised(Term base, Term exponent) {
        Optional<Integer> whole = exponent.integer().filter(n -> n != 0 && Math.abs(n) <= Terms.LARGEST_POWER);
        return whole.isPresent() ? power(base, whole.get()) : Terms.call(Opcode.POW, List.of(base, exponent));
    }

    private static Term power(Term base, int exponent) {
        return Terms.product(List.of(new Item(base, exponent)));
    }
}
