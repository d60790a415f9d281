package org.spolia.symbolic.special;

import static jdk.incubator.vector.VectorOperators.GT;
import static jdk.incubator.vector.VectorOperators.LSHL;
import static jdk.incubator.vector.VectorOperators.LSHR;
import static jdk.incubator.vector.VectorOperators.LT;
import static org.spolia.symbolic.special.Exponential.*;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorSpecies;

/** {@link Exponential} over arrays, with equal bits. */
public final class ExponentialVector {

    private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;

    private ExponentialVector() {}

    /** {@code out[i] = exp(x[i])} for {@code i < n}, a multiple of 16; {@code out} may be {@code x}. */
    public static void exp(double[] x, double[] out, int n) {
        int done = plain(x, out, n);
        if (done < n) {
            extreme(x, out, done, n);
        }
    }

    /** Stops before the first vector with a lane that is not plain, and returns its index, or n. */
    private static int plain(double[] x, double[] out, int n) {
        for (int i = 0; i < n; i += SPECIES.length()) {
            DoubleVector v = DoubleVector.fromArray(SPECIES, x, i);
            if (!v.abs().compare(LT, PLAIN).allTrue()) {
                return i;
            }
            DoubleVector shifted =
                    v.fma(DoubleVector.broadcast(SPECIES, LOG2_E), DoubleVector.broadcast(SPECIES, Bits.ROUND));
            DoubleVector k = shifted.sub(Bits.ROUND);
            DoubleVector r = k.fma(
                    DoubleVector.broadcast(SPECIES, -LN_2_LOW), k.fma(DoubleVector.broadcast(SPECIES, -LN_2_HIGH), v));
            DoubleVector z = r.mul(r);
            DoubleVector even = z.fma(DoubleVector.broadcast(SPECIES, Q8), DoubleVector.broadcast(SPECIES, Q6))
                    .fma(z, DoubleVector.broadcast(SPECIES, Q4))
                    .fma(z, DoubleVector.broadcast(SPECIES, Q2))
                    .fma(z, DoubleVector.broadcast(SPECIES, Q0));
            DoubleVector odd = z.fma(DoubleVector.broadcast(SPECIES, Q9), DoubleVector.broadcast(SPECIES, Q7))
                    .fma(z, DoubleVector.broadcast(SPECIES, Q5))
                    .fma(z, DoubleVector.broadcast(SPECIES, Q3))
                    .fma(z, DoubleVector.broadcast(SPECIES, Q1));
            DoubleVector one = DoubleVector.broadcast(SPECIES, 1);
            odd.fma(r, even)
                    .fma(r, one)
                    .fma(r, one)
                    .reinterpretAsLongs()
                    .add(shifted.reinterpretAsLongs().lanewise(LSHL, Bits.EXPONENT_SHIFT))
                    .reinterpretAsDoubles()
                    .intoArray(out, i);
        }
        return n;
    }

    /** For lanes of any kind, at a quarter more time. */
    private static void extreme(double[] x, double[] out, int from, int n) {
        for (int i = from; i < n; i += SPECIES.length()) {
            DoubleVector v = DoubleVector.fromArray(SPECIES, x, i);
            v = v.blend(CLAMP, v.compare(GT, CLAMP)).blend(-CLAMP, v.compare(LT, -CLAMP));
            DoubleVector shifted =
                    v.fma(DoubleVector.broadcast(SPECIES, LOG2_E), DoubleVector.broadcast(SPECIES, Bits.ROUND));
            LongVector power = shifted.reinterpretAsLongs();
            LongVector half = power.lanewise(LSHR, 1);
            DoubleVector first =
                    half.lanewise(LSHL, Bits.EXPONENT_SHIFT).add(Bits.ONE).reinterpretAsDoubles();
            DoubleVector second = power.sub(half)
                    .lanewise(LSHL, Bits.EXPONENT_SHIFT)
                    .add(Bits.ONE)
                    .reinterpretAsDoubles();
            DoubleVector k = shifted.sub(Bits.ROUND);
            DoubleVector r = k.fma(
                    DoubleVector.broadcast(SPECIES, -LN_2_LOW), k.fma(DoubleVector.broadcast(SPECIES, -LN_2_HIGH), v));
            DoubleVector z = r.mul(r);
            DoubleVector even = z.fma(DoubleVector.broadcast(SPECIES, Q8), DoubleVector.broadcast(SPECIES, Q6))
                    .fma(z, DoubleVector.broadcast(SPECIES, Q4))
                    .fma(z, DoubleVector.broadcast(SPECIES, Q2))
                    .fma(z, DoubleVector.broadcast(SPECIES, Q0));
            DoubleVector odd = z.fma(DoubleVector.broadcast(SPECIES, Q9), DoubleVector.broadcast(SPECIES, Q7))
                    .fma(z, DoubleVector.broadcast(SPECIES, Q5))
                    .fma(z, DoubleVector.broadcast(SPECIES, Q3))
                    .fma(z, DoubleVector.broadcast(SPECIES, Q1));
            DoubleVector one = DoubleVector.broadcast(SPECIES, 1);
            odd.fma(r, even).fma(r, one).fma(r, one).mul(first).mul(second).intoArray(out, i);
        }
    }
}
