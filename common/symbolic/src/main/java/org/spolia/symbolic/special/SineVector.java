package org.spolia.symbolic.special;

import static jdk.incubator.vector.VectorOperators.LSHL;
import static jdk.incubator.vector.VectorOperators.LT;
import static jdk.incubator.vector.VectorOperators.XOR;
import static org.spolia.symbolic.special.Sine.*;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorSpecies;

/** {@link Sine} over arrays, with equal bits. */
public final class SineVector {

    private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;
    private static final VectorSpecies<Long> LONGS = LongVector.SPECIES_PREFERRED;

    private SineVector() {}

    /** {@code out[i] = sin(x[i])} for {@code i < n}, a multiple of 16; {@code out} may be {@code x}. */
    public static void sin(double[] x, double[] out, int n) {
        turned(x, 0, Bits.SIGN, out, n);
    }

    /** {@code out[i] = cos(x[i])} for {@code i < n}, a multiple of 16; {@code out} may be {@code x}. */
    public static void cos(double[] x, double[] out, int n) {
        turned(x, 1, 0, out, n);
    }

    private static void turned(double[] x, long quarters, long signs, double[] out, int n) {
        int i = 0;
        while ((i = plain(x, quarters, signs, out, i, n)) < n) {
            for (int end = i + SPECIES.length(); i < end; i++) {
                out[i] = quarters == 0 ? Sine.sin(x[i]) : Sine.cos(x[i]);
            }
        }
    }

    /**
     * The sine of |x| + quarters * pi/2 with the sign of x if {@code signs} keeps it, up to the first vector with a
     * lane beyond the limit. Returns its index, or n.
     */
    private static int plain(double[] x, long quarters, long signs, double[] out, int from, int n) {
        for (int i = from; i < n; i += SPECIES.length()) {
            DoubleVector v = DoubleVector.fromArray(SPECIES, x, i);
            DoubleVector a = v.abs();
            if (!a.compare(LT, LIMIT).allTrue()) {
                return i;
            }
            DoubleVector shifted =
                    a.fma(DoubleVector.broadcast(SPECIES, TWO_OVER_PI), DoubleVector.broadcast(SPECIES, Bits.ROUND));
            DoubleVector k = shifted.sub(Bits.ROUND);
            LongVector quadrant = shifted.reinterpretAsLongs().add(quarters);
            LongVector odd = quadrant.and(1);
            DoubleVector half = LongVector.broadcast(LONGS, Bits.ONE)
                    .sub(odd.lanewise(LSHL, Bits.EXPONENT_SHIFT))
                    .reinterpretAsDoubles();
            DoubleVector t = k.fma(DoubleVector.broadcast(SPECIES, -HALF_PI_1), a);
            DoubleVector high = k.fma(DoubleVector.broadcast(SPECIES, -HALF_PI_2), t);
            DoubleVector low = k.fma(
                    DoubleVector.broadcast(SPECIES, -HALF_PI_3),
                    k.fma(DoubleVector.broadcast(SPECIES, -HALF_PI_2), t.sub(high)));
            DoubleVector r = high.mul(half);
            DoubleVector l = low.mul(half);
            DoubleVector z = r.mul(r);
            DoubleVector p = z.fma(DoubleVector.broadcast(SPECIES, S5), DoubleVector.broadcast(SPECIES, S4))
                    .fma(z, DoubleVector.broadcast(SPECIES, S3))
                    .fma(z, DoubleVector.broadcast(SPECIES, S2))
                    .fma(z, DoubleVector.broadcast(SPECIES, S1))
                    .fma(z, DoubleVector.broadcast(SPECIES, S0));
            DoubleVector s = r.mul(z).fma(p, l).add(r);
            LongVector sine = s.reinterpretAsLongs();
            LongVector cosine =
                    s.mul(-2).fma(s, DoubleVector.broadcast(SPECIES, 1)).reinterpretAsLongs();
            LongVector chosen = LongVector.broadcast(LONGS, 0).sub(odd);
            LongVector flip = quadrant.and(2)
                    .lanewise(LSHL, 62)
                    .lanewise(XOR, v.reinterpretAsLongs().and(signs));
            sine.lanewise(XOR, sine.lanewise(XOR, cosine).and(chosen))
                    .lanewise(XOR, flip)
                    .reinterpretAsDoubles()
                    .intoArray(out, i);
        }
        return n;
    }
}
