package org.spolia.field;

/**
 * (1 - s²)ᵖ and its derivatives, which are (1 - s²)ᵖ⁻ᵃ times a polynomial of degree a. In this form nothing cancels
 * near the ends, unlike in the expanded powers.
 */
final class TestFunction {
    private final int exponent;
    private final double[] polynomial;

    private TestFunction(int exponent, double[] polynomial) {
        this.exponent = exponent;
        this.polynomial = polynomial;
    }

    static TestFunction ofPower(int power) {
        return new TestFunction(power, new double[] {1});
    }

    /** ((1 - s²)ᵉ P)' = (1 - s²)ᵉ⁻¹ ((1 - s²) P' - 2e s P). */
    TestFunction derivative() {
        double[] next = new double[polynomial.length + 1];
        for (int k = 0; k < polynomial.length; k++) {
            if (k > 0) {
                next[k - 1] += k * polynomial[k];
            }
            next[k + 1] -= (k + 2 * exponent) * polynomial[k];
        }
        return new TestFunction(exponent - 1, next);
    }

    double at(double s) {
        double value = 0;
        for (int k = polynomial.length - 1; k >= 0; k--) {
            value = value * s + polynomial[k];
        }
        for (int k = 0; k < exponent; k++) {
            value *= (1 - s) * (1 + s);
        }
        return value;
    }
}
