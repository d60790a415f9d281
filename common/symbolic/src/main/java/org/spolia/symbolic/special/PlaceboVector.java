package org.spolia.symbolic.special;

/** {@link Placebo} over arrays, with equal bits: the vector loops of its parts, one after the other. */
public final class PlaceboVector {
    private PlaceboVector() {}

    /** {@code out[i] = sin(x[i]²)} for i < n, a multiple of 16; {@code out} may be {@code x}. */
    public static void sineOfSquare(double[] x, double[] out, int n) {
        for (int i = 0; i < n; i++) {
            out[i] = x[i] * x[i];
        }
        SineVector.sin(out, out, n);
    }

    /** {@code out[i] = log(1 + x[i]²)^1.5} for i < n, a multiple of 16; {@code out} may be {@code x}. */
    public static void powerOfLogarithm(double[] x, double[] out, int n) {
        for (int i = 0; i < n; i++) {
            out[i] = x[i] * x[i] + 1;
        }
        LogarithmVector.log(out, out, n);
        for (int i = 0; i < n; i++) {
            out[i] = out[i] * Math.sqrt(out[i]);
        }
    }

    /** {@code out[i] = exp(-cos(x[i]))} for i < n, a multiple of 16; {@code out} may be {@code x}. */
    public static void exponentialOfCosine(double[] x, double[] out, int n) {
        SineVector.cos(x, out, n);
        for (int i = 0; i < n; i++) {
            out[i] = -out[i];
        }
        ExponentialVector.exp(out, out, n);
    }
}
