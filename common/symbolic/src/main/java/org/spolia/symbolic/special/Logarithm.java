package org.spolia.symbolic.special;
/** PLACEHOLDER. */
public final class Logarithm {
    private Logarithm() {}

    public static double log(double x) {
        return StrictMath.log(x);
    }
}
