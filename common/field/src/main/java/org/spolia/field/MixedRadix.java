package org.spolia.field;

import java.util.ArrayList;
import java.util.List;

/**
 * Stockham's self-sorting transform (Van Loan, Computational Frameworks for the FFT, 1992, section 1.7), factor by
 * factor.
 */
final class MixedRadix implements FourierTransform {
    private final int length;
    private final List<Integer> factors;
    private final double[] rootReal;
    private final double[] rootImaginary;
    private final double[] scratchReal;
    private final double[] scratchImaginary;

    MixedRadix(int length) {
        this.length = length;
        this.factors = factors(length);
        this.rootReal = new double[length];
        this.rootImaginary = new double[length];
        for (int k = 0; k < length; k++) {
            rootReal[k] = RootsOfUnity.real(k, length);
            rootImaginary[k] = RootsOfUnity.imaginary(k, length);
        }
        this.scratchReal = new double[length];
        this.scratchImaginary = new double[length];
    }

    private static List<Integer> factors(int length) {
        List<Integer> factors = new ArrayList<>();
        int rest = length;
        for (int factor = 2; rest > 1; factor++) {
            while (rest % factor == 0) {
                factors.add(factor);
                rest /= factor;
            }
        }
        return factors;
    }

    @Override
    public void forward(double[] real, double[] imaginary) {
        double[] fromReal = real;
        double[] fromImaginary = imaginary;
        double[] toReal = scratchReal;
        double[] toImaginary = scratchImaginary;
        int done = 1;
        for (int factor : factors) {
            if (factor == 2) {
                pairs(fromReal, fromImaginary, toReal, toImaginary, done);
            } else {
                groups(fromReal, fromImaginary, toReal, toImaginary, done, factor);
            }
            double[] swap = fromReal;
            fromReal = toReal;
            toReal = swap;
            swap = fromImaginary;
            fromImaginary = toImaginary;
            toImaginary = swap;
            done *= factor;
        }
        if (fromReal != real) {
            System.arraycopy(fromReal, 0, real, 0, length);
            System.arraycopy(fromImaginary, 0, imaginary, 0, length);
        }
    }

    private void pairs(double[] real, double[] imaginary, double[] toReal, double[] toImaginary, int done) {
        int left = length / done / 2;
        for (int p = 0; p < left; p++) {
            double cos = rootReal[p * done];
            double sin = rootImaginary[p * done];
            for (int q = 0; q < done; q++) {
                int a = q + done * p;
                int b = a + done * left;
                int to = q + done * 2 * p;
                double differenceReal = real[a] - real[b];
                double differenceImaginary = imaginary[a] - imaginary[b];
                toReal[to] = real[a] + real[b];
                toImaginary[to] = imaginary[a] + imaginary[b];
                toReal[to + done] = differenceReal * cos - differenceImaginary * sin;
                toImaginary[to + done] = differenceReal * sin + differenceImaginary * cos;
            }
        }
    }

    private void groups(
            double[] real, double[] imaginary, double[] toReal, double[] toImaginary, int done, int factor) {
        int left = length / done / factor;
        int turn = length / factor;
        for (int p = 0; p < left; p++) {
            for (int k = 0; k < factor; k++) {
                int twiddle = (int) ((long) p * k * done % length);
                double cos = rootReal[twiddle];
                double sin = rootImaginary[twiddle];
                for (int q = 0; q < done; q++) {
                    double sumReal = 0;
                    double sumImaginary = 0;
                    for (int j = 0; j < factor; j++) {
                        int from = q + done * (p + left * j);
                        int root = j * k % factor * turn;
                        sumReal += real[from] * rootReal[root] - imaginary[from] * rootImaginary[root];
                        sumImaginary += real[from] * rootImaginary[root] + imaginary[from] * rootReal[root];
                    }
                    int to = q + done * (factor * p + k);
                    toReal[to] = sumReal * cos - sumImaginary * sin;
                    toImaginary[to] = sumReal * sin + sumImaginary * cos;
                }
            }
        }
    }
}
