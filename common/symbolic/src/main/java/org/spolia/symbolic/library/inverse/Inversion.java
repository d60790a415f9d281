package org.spolia.symbolic.library.inverse;

import org.spolia.symbolic.evaluation.Evaluator;
import org.spolia.symbolic.expression.Opcode;

/**
 * The values that an operand must have for an operator to give the wanted values, and the weight of an error in the
 * operand. Rows without a solution get weight 0. Of several solutions, the one nearest to the operand's present value
 * is taken, or the principal one.
 */
public final class Inversion {
    private static final double HALF_PI = Math.PI / 2;

    private final double[] values;
    private final double[] weights;
    private int valid;

    public Inversion(int padded) {
        values = new double[padded];
        weights = new double[padded];
    }

    /** Returns the values that the operand must have. */
    public double[] values() {
        return values;
    }

    /** Returns the absolute derivatives of the target with respect to the operand. */
    double[] weights() {
        return weights;
    }

    /** Returns the number of rows with a positive weight. */
    public int valid() {
        return valid;
    }

    /** Returns whether the operator can be undone at all. */
    static boolean inverts(int opcode) {
        return switch (opcode) {
            case Opcode.NEG,
                    Opcode.INV,
                    Opcode.ABS,
                    Opcode.SQUARE,
                    Opcode.CUBE,
                    Opcode.SQRT,
                    Opcode.EXP,
                    Opcode.LOG,
                    Opcode.SIN,
                    Opcode.COS,
                    Opcode.TANH,
                    Opcode.ASIN,
                    Opcode.ATAN -> true;
            case Opcode.ADD, Opcode.SUB, Opcode.MUL, Opcode.DIV, Opcode.POW -> true;
            default -> false;
        };
    }

    private void begin() {
        valid = 0;
    }

    private void set(int row, double value, double weight) {
        if (Double.isFinite(value) && weight > 0 && weight < Double.POSITIVE_INFINITY) {
            values[row] = value;
            weights[row] = weight;
            valid++;
        } else {
            values[row] = 0;
            weights[row] = 0;
        }
    }

    /** Undoes an operator with one operand; {@code present} holds the operand's values, or is empty. */
    public void unary(int opcode, double[] wanted, double[] weight, double[] present) {
        begin();
        for (int row = 0; row < values.length; row++) {
            double u = wanted[row];
            double w = weight[row];
            double now = present.length == 0 ? 0 : present[row];
            if (w == 0) {
                set(row, 0, 0);
                continue;
            }
            switch (opcode) {
                case Opcode.NEG -> set(row, -u, w);
                case Opcode.INV -> set(row, 1 / u, w * (u * u));
                case Opcode.ABS -> set(row, u < 0 ? Double.NaN : now < 0 ? -u : u, w);
                case Opcode.SQUARE -> {
                    double root = Math.sqrt(u);
                    set(row, now < 0 ? -root : root, 2 * w * root);
                }
                case Opcode.CUBE -> {
                    double root = Evaluator.apply(Opcode.POW, Math.abs(u), 1.0 / 3);
                    set(row, u < 0 ? -root : root, 3 * w * (root * root));
                }
                case Opcode.SQRT -> set(row, u < 0 ? Double.NaN : u * u, w / (2 * u));
                case Opcode.EXP -> set(row, Evaluator.apply(Opcode.LOG, u), w * u);
                case Opcode.LOG -> {
                    double exponential = Evaluator.apply(Opcode.EXP, u);
                    set(row, exponential, w / exponential);
                }
                case Opcode.SIN -> oscillation(row, Evaluator.apply(Opcode.ASIN, u), u, w, now, present.length > 0);
                case Opcode.COS ->
                    shifted(row, HALF_PI - Evaluator.apply(Opcode.ASIN, u), u, w, now, present.length > 0);
                case Opcode.TANH -> set(row, 0.5 * Evaluator.apply(Opcode.LOG, (1 + u) / (1 - u)), w * (1 - u * u));
                case Opcode.ASIN ->
                    set(
                            row,
                            Math.abs(u) > HALF_PI ? Double.NaN : Evaluator.apply(Opcode.SIN, u),
                            w / Evaluator.apply(Opcode.COS, u));
                case Opcode.ATAN -> {
                    double cosine = Evaluator.apply(Opcode.COS, u);
                    set(
                            row,
                            Math.abs(u) > HALF_PI ? Double.NaN : Evaluator.apply(Opcode.SIN, u) / cosine,
                            w * (cosine * cosine));
                }
                default -> set(row, Double.NaN, 0);
            }
        }
    }

    /** sin z = u has the solutions p + 2 k pi and pi - p + 2 k pi. */
    private void oscillation(int row, double principal, double u, double w, double now, boolean near) {
        double value = principal;
        if (near) {
            double first = nearest(principal, now);
            double second = nearest(Math.PI - principal, now);
            value = Math.abs(first - now) <= Math.abs(second - now) ? first : second;
        }
        set(row, value, w * Math.sqrt(1 - u * u));
    }

    /** cos z = u has the solutions p + 2 k pi and -p + 2 k pi. */
    private void shifted(int row, double principal, double u, double w, double now, boolean near) {
        double value = principal;
        if (near) {
            double first = nearest(principal, now);
            double second = nearest(-principal, now);
            value = Math.abs(first - now) <= Math.abs(second - now) ? first : second;
        }
        set(row, value, w * Math.sqrt(1 - u * u));
    }

    private static double nearest(double angle, double now) {
        return angle + 2 * Math.PI * Math.rint((now - angle) / (2 * Math.PI));
    }

    /** Undoes an operator with two operands, the right one known. */
    void left(int opcode, double[] wanted, double[] weight, double[] right) {
        begin();
        for (int row = 0; row < values.length; row++) {
            double u = wanted[row];
            double w = weight[row];
            double a = right[row];
            if (w == 0) {
                set(row, 0, 0);
                continue;
            }
            switch (opcode) {
                case Opcode.ADD -> set(row, u - a, w);
                case Opcode.SUB -> set(row, u + a, w);
                case Opcode.MUL -> set(row, u / a, w * Math.abs(a));
                case Opcode.DIV -> set(row, u * a, w / Math.abs(a));
                case Opcode.POW -> {
                    double root = u > 0 ? Evaluator.apply(Opcode.POW, u, 1 / a) : Double.NaN;
                    set(row, root, w * Math.abs(a * u / root));
                }
                default -> set(row, Double.NaN, 0);
            }
        }
    }

    /** Undoes an operator with two operands, the left one known. */
    void right(int opcode, double[] wanted, double[] weight, double[] left) {
        begin();
        for (int row = 0; row < values.length; row++) {
            double u = wanted[row];
            double w = weight[row];
            double a = left[row];
            if (w == 0) {
                set(row, 0, 0);
                continue;
            }
            switch (opcode) {
                case Opcode.ADD -> set(row, u - a, w);
                case Opcode.SUB -> set(row, a - u, w);
                case Opcode.MUL -> set(row, u / a, w * Math.abs(a));
                case Opcode.DIV -> set(row, a / u, w * Math.abs(u * u / a));
                case Opcode.POW -> {
                    double logarithm = a > 0 ? Evaluator.apply(Opcode.LOG, a) : Double.NaN;
                    double value = u > 0 ? Evaluator.apply(Opcode.LOG, u) / logarithm : Double.NaN;
                    set(row, value, w * Math.abs(u * logarithm));
                }
                default -> set(row, Double.NaN, 0);
            }
        }
    }
}
