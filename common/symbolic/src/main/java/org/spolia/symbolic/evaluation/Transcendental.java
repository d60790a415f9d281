package org.spolia.symbolic.evaluation;

import org.spolia.symbolic.expression.Opcode;

/** PLACEHOLDER until special.* lands. */
final class Transcendental {
    static final Transcendental VECTOR = new Transcendental();

    static double apply(int opcode, double x) {
        return switch (opcode) {
            case Opcode.EXP -> StrictMath.exp(x);
            case Opcode.LOG -> StrictMath.log(x);
            case Opcode.SIN -> StrictMath.sin(x);
            case Opcode.COS -> StrictMath.cos(x);
            case Opcode.TANH -> StrictMath.tanh(x);
            case Opcode.ASIN -> StrictMath.asin(x);
            case Opcode.ATAN -> StrictMath.atan(x);
            case Opcode.LI2 -> li2(x);
            default -> throw new IllegalStateException("Opcode " + opcode + " has no kernel");
        };
    }

    private static double li2(double x) {
        if (x < -1) {
            double l = StrictMath.log(-x);
            return -li2(1 / x) - Math.PI * Math.PI / 6 - 0.5 * l * l;
        }
        if (x < 0) {
            double l = StrictMath.log(1 - x);
            return -li2(x / (x - 1)) - 0.5 * l * l;
        }
        if (x > 2) {
            double l = StrictMath.log(x);
            return Math.PI * Math.PI / 3 - 0.5 * l * l - li2(1 / x);
        }
        if (x == 1) {
            return Math.PI * Math.PI / 6;
        }
        if (x > 0.5) {
            return Math.PI * Math.PI / 6 - StrictMath.log(x) * StrictMath.log(Math.abs(1 - x)) - li2(1 - x);
        }
        double sum = 0;
        double p = 1;
        for (int k = 1; k < 80; k++) {
            p *= x;
            sum += p / ((double) k * k);
        }
        return sum;
    }

    static double apply(int opcode, double x, double y) {
        return StrictMath.pow(x, y);
    }

    void unary(int opcode, double[] x, double[] out, int rows) {
        for (int i = 0; i < rows; i++) out[i] = apply(opcode, x[i]);
    }

    void binary(int opcode, double[] x, double[] y, double[] out, int rows) {
        for (int i = 0; i < rows; i++) out[i] = apply(opcode, x[i], y[i]);
    }

    void binary(int opcode, double[] x, double y, double[] out, int rows) {
        for (int i = 0; i < rows; i++) out[i] = apply(opcode, x[i], y);
    }

    void binary(int opcode, double x, double[] y, double[] out, int rows) {
        for (int i = 0; i < rows; i++) out[i] = apply(opcode, x, y[i]);
    }
}
