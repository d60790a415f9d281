package org.spolia.symbolic.special;

/** Sums of Chebyshev polynomials, by Clenshaw's recurrence: stable where powers of the argument would cancel. */
final class Chebyshev {
    private Chebyshev() {}

    /** The sum of c[k] T_k(u), u from -1 to 1. */
    static double sum(double[] c, double u) {
        double twice = 2 * u;
        double last = 0;
        double beforeLast = 0;
        for (int k = c.length - 1; k > 0; k--) {
            double next = Math.fma(twice, last, c[k] - beforeLast);
            beforeLast = last;
            last = next;
        }
        return Math.fma(u, last, c[0] - beforeLast);
    }
}
