package org.spolia.symbolic.special;

/**
 * Smooth functions that no law needs and that cost about what a sine costs. An experiment offers them beside real
 * operators: what they seem to be worth is what an operator is worth that merely bends curves.
 *
 * <p>Each is a sum of two fractions (a + b x) / ((x - c)² + d), whose coefficients were drawn at random: a and b from
 * -1 to 1, c from -2 to 2, d from 0.5 to 2. A placebo must not be made of an operator that a law could need, or a root,
 * a logarithm or a shift to where it is flat gives that operator back. All that composition and limits make of these is
 * rational functions, which the four operations have anyway.
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

        /** The derivative, in the form that overflows nowhere. */
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
