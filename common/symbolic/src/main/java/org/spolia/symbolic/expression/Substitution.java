package org.spolia.symbolic.expression;

import java.util.List;

/** Computes the value of a formula whose variables already have values. */
record Substitution<T>(ExpressionFold<T> fold, List<T> operands) implements ExpressionFold<T> {
    @Override
    public T constant(double value) {
        return fold.constant(value);
    }

    @Override
    public T variable(int index) {
        return operands.get(index);
    }

    @Override
    public T parameter(int index) {
        return fold.parameter(index);
    }

    @Override
    public T unary(int opcode, T operand) {
        return fold.unary(opcode, operand);
    }

    @Override
    public T binary(int opcode, T left, T right) {
        return fold.binary(opcode, left, right);
    }
}
