package org.spolia.symbolic.symmetry;

/**
 * Powers with integer or half-integer exponents by multiplication and square root, so that their bits are equal
 * everywhere.
 */
final class Powers {
    private Powers() {}

    /** Returns the power of a positive base, or of any base if the exponent is an integer. */
    static double of(double base, double exponent) {
        double size = Math.abs(exponent);
        double power = size == Math.rint(size) ? 1 : Math.sqrt(base);
        for (int i = 1; i <= (int) size; i++) {
            power *= base;
        }
        return exponent < 0 ? 1 / power : power;
    }
}
