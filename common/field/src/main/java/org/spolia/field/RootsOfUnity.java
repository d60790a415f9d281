package org.spolia.field;

/**
 * The numbers exp(-2πi k/n), from angles of at most an eighth of a turn, so that they keep all symmetries of the
 * circle.
 */
final class RootsOfUnity {
    private RootsOfUnity() {}

    static double real(long k, int n) {
        return cosineOfTurns(Math.floorMod(k, (long) n), n);
    }

    static double imaginary(long k, int n) {
        // -sin(2πk/n) is the cosine a quarter turn further.
        return cosineOfTurns(Math.floorMod(4 * Math.floorMod(k, (long) n) + n, 4L * n), 4L * n);
    }

    /** cos(2πk/n) for {@code 0 <= k < n}. */
    private static double cosineOfTurns(long k, long n) {
        long folded = Math.min(k, n - k);
        if (4 * folded > n) {
            return -cosineUpToAQuarter(n - 2 * folded, 2 * n);
        }
        return cosineUpToAQuarter(folded, n);
    }

    private static double cosineUpToAQuarter(long k, long n) {
        if (8 * k > n) {
            return StrictMath.sin(2 * Math.PI * (n - 4 * k) / (4.0 * n));
        }
        return StrictMath.cos(2 * Math.PI * k / n);
    }
}
