package org.spolia.symbolic.special;

/**
 * Smooth functions that no law needs and that cost about as much as a sine. An experiment offers them next to real
 * operators. Their apparent effect is that of an operator that merely bends curves.
 *
 * <p>Each is a sum of two fractions (a + b x) / ((x - c)² + d), whose coefficients were drawn at random: a and b from
 * -1 to 1, c from -2 to 2, d from 0.5 to 2. A placebo must not contain an operator that a law could need, because a
 * root, a logarithm or a shift to a flat region would recover that operator. Compositions and limits of placebos give
 * rational functions only, which the four operations already have.
 */
public record Placebo(Fraction first, Fraction second) {
    public static final Placebo ONE =
            new Placebo(new Fraction(0.69, -0.98, -1.09, 0.87), new Fraction(-0.93, -0.21, 1.34, 1.65));
    public static final Placebo TWO =
            new Placebo(new Fraction(-0.75, 0.88, -1.09, 1.63), new Fraction(0.74, 0.8, 1.27, 0.97));
    public static final Placebo THREE =
            new Placebo(new Fraction(0.28, 0.48, -1.95, 0.93), new Fraction(0.45, 0.13, 1.24, 0.86));

    /** (intercept + slope x) / ((x - centre)² + width). */
    public record Fraction(double intercept, double slope, double centre, double width) {
        double value(double x) {
            return (intercept + slope * x) / denominator(x);
        }

        /** The derivative, in a form that does not overflow. */
        double derivative(double x) {
            return (slope - (x - centre) * (2 * value(x))) / denominator(x);
        }

        private double denominator(double x) {
            return (x - centre) * (x - centre) + width;
        }
    }

    public double value(double x) {
        return first.value(x) + second.value(x);
    }

    public double derivative(double x) {
        return first.derivative(x) + second.derivative(x);
    }
}
