package org.spolia.symbolic.readable;

/** Where an expression stands, which decides what is easy to read there. */
enum Place {
    ALONE,
    FACTOR,
    DIVISOR,
    BASE,
    BASE_OF_DIVISOR;

    /** Returns the place of a factor with an exponent. */
    static Place of(double exponent) {
        if (Math.abs(exponent) == 1) {
            return exponent > 0 ? FACTOR : DIVISOR;
        }
        return exponent > 0 ? BASE : BASE_OF_DIVISOR;
    }

    boolean isFactor() {
        return this == FACTOR || this == DIVISOR;
    }

    /** Returns whether it is below a fraction bar. */
    boolean isBelow() {
        return this == DIVISOR || this == BASE_OF_DIVISOR;
    }
}
