package org.spolia.symbolic.evaluation;

import org.spolia.symbolic.special.SingleArcSine;
import org.spolia.symbolic.special.SingleExponential;
import org.spolia.symbolic.special.SingleHyperbolicTangent;
import org.spolia.symbolic.special.SingleLogarithm;
import org.spolia.symbolic.special.SinglePower;
import org.spolia.symbolic.special.SingleSine;

/**
 * The operators over floats in plain Java, one loop for each operator and form of operands. The compiler vectorises the
 * arithmetic loops without changing bits.
 */
final class SingleLoops {
    private SingleLoops() {}

    static void neg(float[] x, float[] out, int rows) {
        for (int row = 0; row < rows; row++) {
            out[row] = -x[row];
        }
    }

    static void inv(float[] x, float[] out, int rows) {
        for (int row = 0; row < rows; row++) {
            out[row] = 1 / x[row];
        }
    }

    static void abs(float[] x, float[] out, int rows) {
        for (int row = 0; row < rows; row++) {
            out[row] = Math.abs(x[row]);
        }
    }

    static void square(float[] x, float[] out, int rows) {
        for (int row = 0; row < rows; row++) {
            out[row] = x[row] * x[row];
        }
    }

    static void cube(float[] x, float[] out, int rows) {
        for (int row = 0; row < rows; row++) {
            out[row] = x[row] * x[row] * x[row];
        }
    }

    static void sqrt(float[] x, float[] out, int rows) {
        for (int row = 0; row < rows; row++) {
            out[row] = (float) Math.sqrt(x[row]);
        }
    }

    static void add(float[] x, float[] y, float[] out, int rows) {
        for (int row = 0; row < rows; row++) {
            out[row] = x[row] + y[row];
        }
    }

    static void add(float[] x, float y, float[] out, int rows) {
        for (int row = 0; row < rows; row++) {
            out[row] = x[row] + y;
        }
    }

    static void add(float x, float[] y, float[] out, int rows) {
        for (int row = 0; row < rows; row++) {
            out[row] = x + y[row];
        }
    }

    static void sub(float[] x, float[] y, float[] out, int rows) {
        for (int row = 0; row < rows; row++) {
            out[row] = x[row] - y[row];
        }
    }

    static void sub(float[] x, float y, float[] out, int rows) {
        for (int row = 0; row < rows; row++) {
            out[row] = x[row] - y;
        }
    }

    static void sub(float x, float[] y, float[] out, int rows) {
        for (int row = 0; row < rows; row++) {
            out[row] = x - y[row];
        }
    }

    static void mul(float[] x, float[] y, float[] out, int rows) {
        for (int row = 0; row < rows; row++) {
            out[row] = x[row] * y[row];
        }
    }

    static void mul(float[] x, float y, float[] out, int rows) {
        for (int row = 0; row < rows; row++) {
            out[row] = x[row] * y;
        }
    }

    static void mul(float x, float[] y, float[] out, int rows) {
        for (int row = 0; row < rows; row++) {
            out[row] = x * y[row];
        }
    }

    static void div(float[] x, float[] y, float[] out, int rows) {
        for (int row = 0; row < rows; row++) {
            out[row] = x[row] / y[row];
        }
    }

    static void div(float[] x, float y, float[] out, int rows) {
        for (int row = 0; row < rows; row++) {
            out[row] = x[row] / y;
        }
    }

    static void div(float x, float[] y, float[] out, int rows) {
        for (int row = 0; row < rows; row++) {
            out[row] = x / y[row];
        }
    }

    static void widen(float[] x, double[] out, int rows) {
        for (int row = 0; row < rows; row++) {
            out[row] = x[row];
        }
    }

    static void narrow(double[] x, float[] out, int rows) {
        for (int row = 0; row < rows; row++) {
            out[row] = (float) x[row];
        }
    }

    static void exp(float[] x, float[] out, int rows) {
        for (int row = 0; row < rows; row++) {
            out[row] = SingleExponential.exp(x[row]);
        }
    }

    static void log(float[] x, float[] out, int rows) {
        for (int row = 0; row < rows; row++) {
            out[row] = SingleLogarithm.log(x[row]);
        }
    }

    static void sin(float[] x, float[] out, int rows) {
        for (int row = 0; row < rows; row++) {
            out[row] = SingleSine.sin(x[row]);
        }
    }

    static void cos(float[] x, float[] out, int rows) {
        for (int row = 0; row < rows; row++) {
            out[row] = SingleSine.cos(x[row]);
        }
    }

    static void tanh(float[] x, float[] out, int rows) {
        for (int row = 0; row < rows; row++) {
            out[row] = SingleHyperbolicTangent.tanh(x[row]);
        }
    }

    static void asin(float[] x, float[] out, int rows) {
        for (int row = 0; row < rows; row++) {
            out[row] = SingleArcSine.asin(x[row]);
        }
    }

    /** Raises floats that were widened to doubles to a power. The result is not yet rounded to floats. */
    static void pow(double[] x, double[] y, double[] out, int rows) {
        for (int row = 0; row < rows; row++) {
            out[row] = SinglePower.wide(x[row], y[row]);
        }
    }
}
