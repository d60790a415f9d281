package org.spolia.symbolic.special;

/** Saturating curves: the logistic function, the Michaelis-Menten hyperbola, and the ramp. */
public final class Saturation {
    private Saturation() {}

    /** 1 / (1 + exp(-x)), within 3 ulp. */
    public static double logistic(double x) {
        if (x >= 0) {
            return 1 / (1 + Exponential.exp(-x));
        }
        double e = Exponential.exp(x);
        return e / (1 + e);
    }

    /** The larger of x and 0. */
    public static double relu(double x) {
        return x <= 0 ? 0 : x;
    }

    /** x / (1 + x). */
    public static double hyperbola(double x) {
        return x / (1 + x);
    }
}
