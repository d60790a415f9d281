package org.spolia.symbolic.expression;

import java.util.List;

/**
 * Computes a value of an expression, such as a text, a unit or a number, from the values of its parts.
 * {@link Expression#fold} goes from the leaves to the root.
 */
public interface ExpressionFold<T> {
    T constant(double value);

    T variable(int index);

    T parameter(int index);

    T unary(int opcode, T operand);

    T binary(int opcode, T left, T right);

    /** Returns the value of a defined operator. The default is the value of its formula. */
    default T defined(Definition definition, List<T> operands) {
        return definition.formula().fold(new Substitution<>(this, operands));
    }
}
