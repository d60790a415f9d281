package org.spolia.symbolic.symmetry;

import org.spolia.symbolic.evaluation.Columns;
import org.spolia.symbolic.expression.Opcode;

/** The values of coordinates and of a target at some rows, and the effect of a step on them. */
final class Coordinates {
    private final double[][] values;
    private final double[] target;

    Coordinates(double[][] values, double[] target) {
        this.values = values;
        this.target = target;
    }

    int count() {
        return values.length;
    }

    int rows() {
        return target.length;
    }

    double[] values(int coordinate) {
        return values[coordinate];
    }

    double[] target() {
        return target;
    }

    static boolean isPositive(double[] column) {
        for (double value : column) {
            if (!(value > 0)) {
                return false;
            }
        }
        return true;
    }

    /** Returns whether all values have the same sign and none is 0. */
    static boolean hasOneSign(double[] column) {
        for (double value : column) {
            if (!(value * Math.signum(column[0]) > 0)) {
                return false;
            }
        }
        return true;
    }

    Coordinates after(Step step) {
        double[] first = values[step.first()];
        double[] divided = target;
        if (step.power() != 0) {
            divided = new double[target.length];
            for (int row = 0; row < divided.length; row++) {
                divided[row] = target[row] / Powers.of(first[row], step.power());
            }
        }
        double[][] reduced = new double[values.length - 1][];
        for (int old = 0, next = 0; old < values.length; old++) {
            if (old != step.dropped()) {
                boolean combined = old == step.first() && step.kind() != Step.Kind.FACTOR;
                reduced[next++] = combined ? combine(step, first, values[step.second()]) : values[old];
            }
        }
        return new Coordinates(reduced, divided);
    }

    private static double[] combine(Step step, double[] first, double[] second) {
        double[] combined = new double[first.length];
        for (int row = 0; row < combined.length; row++) {
            combined[row] = switch (step.kind()) {
                case PRODUCT -> Powers.of(first[row], step.a()) * Powers.of(second[row], step.b());
                case SUM -> first[row] + step.b() * second[row];
                case SQUARES -> first[row] * first[row] + step.b() * (second[row] * second[row]);
                case FACTOR -> first[row];
            };
        }
        return combined;
    }

    /** Returns whether every value is finite and every coordinate varies. */
    boolean areSound() {
        for (double[] column : values) {
            if (!Standardised.varies(column)) {
                return false;
            }
        }
        return Standardised.varies(target);
    }

    /** Returns the logarithm of a column of one sign, padded for the loops. */
    static double[] logarithm(double[] column) {
        int padded = Columns.padded(column.length);
        double[] logarithm = new double[padded];
        for (int row = 0; row < padded; row++) {
            logarithm[row] = Math.abs(column[Math.min(row, column.length - 1)]);
        }
        Columns.apply(Opcode.LOG, logarithm, logarithm, padded);
        return java.util.Arrays.copyOf(logarithm, column.length);
    }
}
