package org.spolia.symbolic.expression;

import java.util.List;

/**
 * How the value of an expression follows from the values of its parts, whatever a value is: a text, a unit, a number.
 * {@link Expression#fold} goes from the leaves to the root.
 */
public interface ExpressionFold<T> {
    T constant(double value);

    T variable(int index);

    T parameter(int index);

    T unary(int opcode, T operand);

    T binary(int opcode, T left, T right);

    /** What an operator that a formula defines gives: the value of the formula, unless a fold knows better. */
    default T defined(Definition definition, List<T> operands) {
        return definition.formula().fold(new Substitution<>(this, operands));
    }
}
