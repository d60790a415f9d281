package org.spolia.symbolic.special;

import static jdk.incubator.vector.VectorOperators.LSHL;
import static jdk.incubator.vector.VectorOperators.LT;
import static jdk.incubator.vector.VectorOperators.XOR;
import static org.spolia.symbolic.special.Exponential.LN_2_HIGH;
import static org.spolia.symbolic.special.Exponential.LN_2_LOW;
import static org.spolia.symbolic.special.Exponential.LOG2_E;
import static org.spolia.symbolic.special.HyperbolicSine.*;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorSpecies;

/** {@link HyperbolicSine} over arrays, with equal bits. */
public final class HyperbolicSineVector {

    private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;
    private static final VectorSpecies<Long> LONGS = LongVector.SPECIES_PREFERRED;

    private HyperbolicSineVector() {}

    /** {@code out[i] = sinh(x[i])} for {@code i < n}, a multiple of 16; {@code out} may be {@code x}. */
    public static void sinh(double[] x, double[] out, int n) {
        combined(x, -1, Bits.SIGN, out, n);
    }

    /** {@code out[i] = cosh(x[i])} for {@code i < n}, a multiple of 16; {@code out} may be {@code x}. */
    public static void cosh(double[] x, double[] out, int n) {
        combined(x, 1, 0, out, n);
    }

    private static void combined(double[] x, double which, long signs, double[] out, int n) {
        int i = 0;
        while ((i = plain(x, which, signs, out, i, n)) < n) {
            for (int end = i + SPECIES.length(); i < end; i++) {
                out[i] = which < 0 ? HyperbolicSine.sinh(x[i]) : HyperbolicSine.cosh(x[i]);
            }
        }
    }

    /**
     * (e^|x| + which * e^-|x|) / 2, with the sign of x if {@code signs} keeps it, up to the first vector with a lane
     * that is not plain. Returns its index, or n.
     */
    private static int plain(double[] x, double which, long signs, double[] out, int from, int n) {
        for (int i = from; i < n; i += SPECIES.length()) {
            DoubleVector given = DoubleVector.fromArray(SPECIES, x, i);
            DoubleVector a = given.abs();
            if (!a.compare(LT, PLAIN).allTrue()) {
                return i;
            }
            DoubleVector shifted = a.sub(HALF_LN_2)
                    .fma(DoubleVector.broadcast(SPECIES, LOG2_E), DoubleVector.broadcast(SPECIES, Bits.ROUND));
            DoubleVector k = shifted.sub(Bits.ROUND);
            DoubleVector r = k.fma(
                    DoubleVector.broadcast(SPECIES, -LN_2_LOW), k.fma(DoubleVector.broadcast(SPECIES, -LN_2_HIGH), a));
            DoubleVector z = r.mul(r);
            DoubleVector w = z.mul(z);
            DoubleVector evenS = w.fma(DoubleVector.broadcast(SPECIES, S4), DoubleVector.broadcast(SPECIES, S2))
                    .fma(w, DoubleVector.broadcast(SPECIES, S0));
            DoubleVector oddS = w.fma(DoubleVector.broadcast(SPECIES, S5), DoubleVector.broadcast(SPECIES, S3))
                    .fma(w, DoubleVector.broadcast(SPECIES, S1));
            DoubleVector evenC = w.fma(DoubleVector.broadcast(SPECIES, C4), DoubleVector.broadcast(SPECIES, C2))
                    .fma(w, DoubleVector.broadcast(SPECIES, C0));
            DoubleVector oddC = w.fma(DoubleVector.broadcast(SPECIES, C5), DoubleVector.broadcast(SPECIES, C3))
                    .fma(w, DoubleVector.broadcast(SPECIES, C1));
            DoubleVector sine = r.mul(z).fma(oddS.fma(z, evenS), r);
            DoubleVector cosine = z.mul(oddC.fma(z, evenC));
            LongVector power = shifted.reinterpretAsLongs().lanewise(LSHL, Bits.EXPONENT_SHIFT);
            LongVector half = LongVector.broadcast(LONGS, Bits.HALF);
            DoubleVector up = half.add(power).reinterpretAsDoubles();
            DoubleVector down = half.sub(power).reinterpretAsDoubles().mul(which);
            DoubleVector first = up.add(down);
            first.add(first.fma(cosine, up.sub(down).mul(sine)))
                    .reinterpretAsLongs()
                    .lanewise(XOR, given.reinterpretAsLongs().and(signs))
                    .reinterpretAsDoubles()
                    .intoArray(out, i);
        }
        return n;
    }
}
