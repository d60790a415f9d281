package org.spolia.symbolic.expression;

/**
 * How the value of an expression follows from the values of its parts, whatever a value is: a text, a unit, a number.
 * {@link Expression#fold} goes from the leaves to the root.
 */
public interface Fold<T> {
    T constant(double value);

    T variable(int index);

    T parameter(int index);

    T unary(int opcode, T operand);

    T binary(int opcode, T left, T right);
}
