package org.spolia.embedding.aion;

/** The inverse of the hyperbolic sine, which Java lacks. */
final class Arcsinh {
    private Arcsinh() {}

    static double of(double value) {
        double size = Math.abs(value);
        return Math.copySign(Math.log1p(size + size * size / (1 + Math.sqrt(1 + size * size))), value);
    }
}
