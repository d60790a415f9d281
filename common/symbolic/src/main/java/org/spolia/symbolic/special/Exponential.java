package org.spolia.symbolic.special;
/** PLACEHOLDER. */
public final class Exponential {
    private Exponential() {}

    public static double exp(double x) {
        return StrictMath.exp(x);
    }
}
