package org.spolia.field;

import java.util.Arrays;

/**
 * A transform of any length as a convolution, because jk = (j² + k² - (k - j)²) / 2 (Bluestein, IEEE Transactions on
 * Audio and Electroacoustics 18 (1970) 451), computed by transforms whose length is a power of two.
 */
final class Bluestein implements FourierTransform {
    private final int length;
    private final int padded;
    private final MixedRadix transform;
    private final double[] chirpReal;
    private final double[] chirpImaginary;
    private final double[] kernelReal;
    private final double[] kernelImaginary;
    private final double[] workReal;
    private final double[] workImaginary;

    Bluestein(int length) {
        this.length = length;
        this.padded = Integer.highestOneBit(2 * length - 1) * 2;
        this.transform = new MixedRadix(padded);
        this.chirpReal = new double[length];
        this.chirpImaginary = new double[length];
        this.kernelReal = new double[padded];
        this.kernelImaginary = new double[padded];
        this.workReal = new double[padded];
        this.workImaginary = new double[padded];
        for (int k = 0; k < length; k++) {
            chirpReal[k] = RootsOfUnity.real((long) k * k, 2 * length);
            chirpImaginary[k] = RootsOfUnity.imaginary((long) k * k, 2 * length);
            int mirrored = (padded - k) % padded;
            kernelReal[k] = chirpReal[k] / padded;
            kernelImaginary[k] = -chirpImaginary[k] / padded;
            kernelReal[mirrored] = kernelReal[k];
            kernelImaginary[mirrored] = kernelImaginary[k];
        }
        transform.forward(kernelReal, kernelImaginary);
    }

    @Override
    public void forward(double[] real, double[] imaginary) {
        Arrays.fill(workReal, length, padded, 0);
        Arrays.fill(workImaginary, length, padded, 0);
        for (int k = 0; k < length; k++) {
            workReal[k] = real[k] * chirpReal[k] - imaginary[k] * chirpImaginary[k];
            workImaginary[k] = real[k] * chirpImaginary[k] + imaginary[k] * chirpReal[k];
        }
        transform.forward(workReal, workImaginary);
        for (int k = 0; k < padded; k++) {
            double product = workReal[k] * kernelReal[k] - workImaginary[k] * kernelImaginary[k];
            workImaginary[k] = workReal[k] * kernelImaginary[k] + workImaginary[k] * kernelReal[k];
            workReal[k] = product;
        }
        transform.backward(workReal, workImaginary);
        for (int k = 0; k < length; k++) {
            real[k] = workReal[k] * chirpReal[k] - workImaginary[k] * chirpImaginary[k];
            imaginary[k] = workReal[k] * chirpImaginary[k] + workImaginary[k] * chirpReal[k];
        }
    }
}
