package org.spolia.symbolic.special;

import static jdk.incubator.vector.VectorOperators.LSHL;
import static jdk.incubator.vector.VectorOperators.LT;
import static jdk.incubator.vector.VectorOperators.XOR;
import static org.spolia.symbolic.special.SingleSine.*;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorSpecies;

/** {@link SingleSine} over arrays, with equal bits. */
public final class SingleSineVector {

    private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
    private static final VectorSpecies<Integer> INTS = IntVector.SPECIES_PREFERRED;

    private SingleSineVector() {}

    /** {@code out[i] = sin(x[i])} for {@code i < n}, a multiple of 16; {@code out} may be {@code x}. */
    public static void sin(float[] x, float[] out, int n) {
        turned(x, 0, SingleBits.SIGN, out, n);
    }

    /** {@code out[i] = cos(x[i])} for {@code i < n}, a multiple of 16; {@code out} may be {@code x}. */
    public static void cos(float[] x, float[] out, int n) {
        turned(x, 1, 0, out, n);
    }

    private static void turned(float[] x, int quarters, int signs, float[] out, int n) {
        int i = 0;
        while ((i = plain(x, quarters, signs, out, i, n)) < n) {
            for (int end = i + SPECIES.length(); i < end; i++) {
                out[i] = quarters == 0 ? SingleSine.sin(x[i]) : SingleSine.cos(x[i]);
            }
        }
    }

    /**
     * The sine of |x| + quarters * pi/2 with the sign of x if {@code signs} keeps it, up to the first vector with a
     * lane beyond the limit. Returns its index, or n.
     */
    private static int plain(float[] x, int quarters, int signs, float[] out, int from, int n) {
        for (int i = from; i < n; i += SPECIES.length()) {
            FloatVector v = FloatVector.fromArray(SPECIES, x, i);
            FloatVector a = v.abs();
            if (!a.compare(LT, LIMIT).allTrue()) {
                return i;
            }
            FloatVector shifted = a.fma(
                    FloatVector.broadcast(SPECIES, TWO_OVER_PI), FloatVector.broadcast(SPECIES, SingleBits.ROUND));
            FloatVector k = shifted.sub(SingleBits.ROUND);
            IntVector quadrant = shifted.reinterpretAsInts().add(quarters);
            IntVector odd = quadrant.and(1);
            FloatVector half = IntVector.broadcast(INTS, SingleBits.ONE)
                    .sub(odd.lanewise(LSHL, SingleBits.EXPONENT_SHIFT))
                    .reinterpretAsFloats();
            FloatVector t = k.fma(FloatVector.broadcast(SPECIES, -HALF_PI_1), a);
            FloatVector r = k.fma(
                            FloatVector.broadcast(SPECIES, -HALF_PI_3),
                            k.fma(FloatVector.broadcast(SPECIES, -HALF_PI_2), t))
                    .mul(half);
            FloatVector z = r.mul(r);
            FloatVector p = z.fma(FloatVector.broadcast(SPECIES, S2), FloatVector.broadcast(SPECIES, S1))
                    .fma(z, FloatVector.broadcast(SPECIES, S0));
            FloatVector s = r.mul(z).fma(p, r);
            IntVector sine = s.reinterpretAsInts();
            IntVector cosine =
                    s.mul(-2).fma(s, FloatVector.broadcast(SPECIES, 1)).reinterpretAsInts();
            IntVector chosen = IntVector.broadcast(INTS, 0).sub(odd);
            IntVector flip = quadrant.and(2)
                    .lanewise(LSHL, 30)
                    .lanewise(XOR, v.reinterpretAsInts().and(signs));
            sine.lanewise(XOR, sine.lanewise(XOR, cosine).and(chosen))
                    .lanewise(XOR, flip)
                    .reinterpretAsFloats()
                    .intoArray(out, i);
        }
        return n;
    }
}
