package org.spolia.symbolic.evaluation;

import org.spolia.symbolic.expression.Opcode;

/** PLACEHOLDER until Dilogarithm lands. */
final class Transcendental {
    private Transcendental() {}

    static double apply(int opcode, double x) {
        if (opcode != Opcode.LI2) {
            throw ScalarKernels.missing(opcode);
        }
        return li2(x);
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
}
