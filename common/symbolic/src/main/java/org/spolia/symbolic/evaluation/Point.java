package org.spolia.symbolic.evaluation;

import org.spolia.symbolic.expression.Fold;

/** The value of an expression where its variables have these values. */
record Point(double[] variables) implements Fold<Double> {
    @Override
    public Double constant(double value) {
        return value;
    }

    @Override
    public Double variable(int index) {
        return variables[index];
    }

    @Override
    public Double parameter(int index) {
        throw new IllegalStateException("Parameter p" + index + " has no value at a point");
    }

    @Override
    public Double unary(int opcode, Double operand) {
        return ScalarKernels.apply(opcode, operand);
    }

    @Override
    public Double binary(int opcode, Double left, Double right) {
        return ScalarKernels.apply(opcode, left, right);
    }
}
