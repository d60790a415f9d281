package org.spolia.field;

/**
 * The discrete Fourier transform of any length: Σ xⱼ exp(-2πi jk/n), in place, with separate real and imaginary parts.
 * The backward transform has the other sign; neither divides by n. Holds scratch memory, so it belongs to one thread.
 */
interface FourierTransform {
    /**
     * Lengths with a larger prime factor are convolved, which costs about as much as six transforms of the next power
     * of two.
     */
    int LARGEST_FACTOR = 50;

    static FourierTransform ofLength(int length) {
        int rest = length;
        for (int factor = 2; factor <= LARGEST_FACTOR; factor++) {
            while (rest % factor == 0) {
                rest /= factor;
            }
        }
        return rest == 1 ? new MixedRadix(length) : new Bluestein(length);
    }

    void forward(double[] real, double[] imaginary);

    default void backward(double[] real, double[] imaginary) {
        forward(imaginary, real);
    }
}
