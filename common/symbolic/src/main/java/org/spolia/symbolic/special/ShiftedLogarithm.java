package org.spolia.symbolic.special;

/**
 * log(1 + x), within 3 ulp also where x is tiny: NaN below -1, minus infinity at -1.
 *
 * <p>With the rounded u = 1 + x, the result is log(u) x / (u - 1): rounding affects both factors equally (Higham,
 * Accuracy and Stability of Numerical Algorithms, 1.14.1).
 */
public final class ShiftedLogarithm {
    private static final double LARGE = 0x1p53;

    private ShiftedLogarithm() {}

    public static double log1p(double x) {
        double u = 1 + x;
        if (u == 1) {
            return x;
        }
        if (x > LARGE || u == 0) {
            return Logarithm.log(u);
        }
        return Logarithm.log(u) * (x / (u - 1));
    }
}
