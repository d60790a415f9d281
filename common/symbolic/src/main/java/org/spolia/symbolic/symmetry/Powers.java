package org.spolia.symbolic.symmetry;

/**
 * Powers with whole or half exponents by multiplication and square root, so that their bits are the same everywhere.
 */
final class Powers {
    private Powers() {}

    /** The power of a positive base, or of any base where the exponent is whole. */
    static double of(double base, double exponent) {
        double size = Math.abs(exponent);
        double power = size == Math.rint(size) ? 1 : Math.sqrt(base);
        for (int i = 1; i <= (int) size; i++) {
            power *= base;
        }
        return exponent < 0 ? 1 / power : power;
    }
}
