package org.spolia.symbolic.special;

/**
 * The principal branch of Lambert's W, the solution w >= -1 of w e^w = x for x >= -1/e, within 8 ulp.
 *
 * <p>Near the branch point, a series in p = sqrt(2 (e x + 1)) (Corless and others, Advances in Computational
 * Mathematics 5, 1996). Elsewhere, three steps of Fritsch's method of fourth order (Communications of the ACM 16,
 * 1973), starting from that series or from the approximation of Iacono and Boyd (Advances in Computational Mathematics
 * 43, 2017).
 */
public final class LambertFunction {
    private static final double E_LOW = 1.4456468917292502e-16;
    private static final double SERIES = 0.1;
    private static final double BESIDE_BRANCH = 0.9;
    private static final int STEPS = 3;

    /** Powers of p. */
    static final double[] BRANCH = {
        -1.0,
        1.0,
        -0.3333333333333333,
        0.1527777777777778,
        -0.07962962962962963,
        0.044502314814814814,
        -0.02598471487360376,
        0.01563563253233392,
        -0.009616892024299432,
        0.006014543252956118,
        -0.0038112980348919993,
        0.0024408779911439826,
        -0.0015769303446867841,
        0.0010262633205076071
    };

    private LambertFunction() {}

    public static double lambertw(double x) {
        double q = Math.fma(x, Math.E, 1) + x * E_LOW;
        if (!(q >= 0)) {
            return Double.NaN;
        }
        if (x == 0 || x > Double.MAX_VALUE) {
            return x;
        }
        double p = Math.sqrt(2 * q);
        if (p < SERIES) {
            return series(p);
        }
        double w = p < BESIDE_BRANCH ? series(p) : guess(x);
        for (int step = 0; step < STEPS; step++) {
            double z = Logarithm.log(x / w) - w;
            double one = 1 + w;
            double r = 2 * one * Math.fma(2.0 / 3, z, one);
            w = Math.fma(w, z / one * ((r - z) / (r - 2 * z)), w);
        }
        return w;
    }

    private static double series(double p) {
        double sum = 0;
        for (int k = BRANCH.length - 1; k >= 0; k--) {
            sum = Math.fma(sum, p, BRANCH[k]);
        }
        return sum;
    }

    private static double guess(double x) {
        double logarithm = ShiftedLogarithm.log1p(x);
        return logarithm * (1 - ShiftedLogarithm.log1p(logarithm) / (2 + logarithm));
    }
}
