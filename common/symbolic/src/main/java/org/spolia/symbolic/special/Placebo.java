package org.spolia.symbolic.special;

/**
 * Smooth functions that no law of the catalogue needs and that cost about what a sine or a logarithm costs. An experiment offers them
 * beside real operators: what they seem to be worth is what an operator is worth that merely bends curves.
 */
public final class Placebo {
    private Placebo() {}

    /** sin(x²). */
    public static double sineOfSquare(double x) {
        return Sine.sin(x * x);
    }

    /** log(1 + x²)^1.5. */
    public static double powerOfLogarithm(double x) {
        double logarithm = Logarithm.log(x * x + 1);
        return logarithm * Math.sqrt(logarithm);
    }

    /** exp(-cos x). */
    public static double exponentialOfCosine(double x) {
        return Exponential.exp(-Sine.cos(x));
    }
}
