package org.spolia.field;

import java.util.function.DoubleUnaryOperator;

/** Fields whose derivatives are known. */
final class Waves {
    private Waves() {}

    static Field on(Axis axis, DoubleUnaryOperator function) {
        double[] values = new double[axis.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = function.applyAsDouble(axis.coordinate(i));
        }
        return Field.of(Grid.of(axis), values);
    }

    /** A derivative of sin(k x + phase). */
    static DoubleUnaryOperator sine(double k, double phase, int order) {
        return x -> Math.pow(k, order) * Math.sin(k * x + phase + order * Math.PI / 2);
    }

    static double largestDifference(Field field, Axis axis, DoubleUnaryOperator function) {
        double largest = 0;
        for (int i = 0; i < axis.size(); i++) {
            largest = Math.max(largest, Math.abs(field.value(i) - function.applyAsDouble(axis.coordinate(i))));
        }
        return largest;
    }
}
