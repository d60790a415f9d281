package org.spolia.symbolic.library.scoring;

import java.util.Arrays;

/** A product of powers of numbered atoms. */
record Monomial(double[] exponents) {
    private static final double[] SCALES = {1, 0.5, 2, 1.0 / 3, 0.25};

    static Monomial one(int atoms) {
        return new Monomial(new double[atoms]);
    }

    static Monomial atom(int atom, int atoms) {
        double[] exponents = new double[atoms];
        exponents[atom] = 1;
        return new Monomial(exponents);
    }

    /** Returns this monomial times a power of another. */
    Monomial times(Monomial other, double power) {
        double[] product = new double[Math.max(exponents.length, other.exponents.length)];
        for (int atom = 0; atom < product.length; atom++) {
            product[atom] = exponent(atom) + power * other.exponent(atom);
        }
        return new Monomial(product);
    }

    double exponent(int atom) {
        return atom < exponents.length ? exponents[atom] : 0;
    }

    /**
     * Returns the number of nodes of the written monomial: one for each factor and operator, and two more for a power.
     */
    int size() {
        int size = 0;
        boolean numerator = false;
        for (double exponent : exponents) {
            if (exponent != 0) {
                size += Math.abs(exponent) == 1 ? 2 : 4;
                numerator |= exponent > 0;
            }
        }
        return numerator || size == 0 ? size : size + 1;
    }

    /** Returns the power of this monomial that is shortest to write. */
    Monomial simplest() {
        Monomial best = this;
        for (double scale : SCALES) {
            for (int sign = 1; sign >= -1; sign -= 2) {
                Monomial power = one(exponents.length).times(this, sign * scale);
                if (power.size() < best.size()) {
                    best = power;
                }
            }
        }
        return best;
    }

    /** Returns this monomial times the power of another that makes it shortest to write. */
    Monomial shortenedBy(Monomial other) {
        Monomial best = this;
        for (int halves = -8; halves <= 8; halves++) {
            Monomial product = times(other, halves / 2.0);
            if (product.size() < best.size()) {
                best = product;
            }
        }
        return best;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Monomial monomial && Arrays.equals(exponents, monomial.exponents);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(exponents);
    }

    @Override
    public String toString() {
        return Arrays.toString(exponents);
    }
}
