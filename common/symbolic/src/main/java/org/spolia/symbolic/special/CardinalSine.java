package org.spolia.symbolic.special;

/** sin(pi x) / (pi x), which is 1 at 0; NaN at the infinities. */
public final class CardinalSine {
    private CardinalSine() {}

    public static double sinc(double x) {
        double angle = Math.PI * x;
        return angle == 0 ? 1 : Sine.sin(angle) / angle;
    }

    /** The derivative, which is 0 at 0. */
    public static double derivative(double x) {
        return x == 0 ? 0 : (Sine.cos(Math.PI * x) - sinc(x)) / x;
    }
}
