package org.spolia.symbolic.special;

import static jdk.incubator.vector.VectorOperators.GT;
import static jdk.incubator.vector.VectorOperators.XOR;
import static org.spolia.symbolic.special.SingleArcSine.*;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorSpecies;

/** {@link SingleArcSine} over arrays, with equal bits. */
public final class SingleArcSineVector {

    private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;

    private SingleArcSineVector() {}

    /** {@code out[i] = asin(x[i])} for {@code i < n}, a multiple of 16; {@code out} may be {@code x}. */
    public static void asin(float[] x, float[] out, int n) {
        plain(x, out, n);
    }

    private static void plain(float[] x, float[] out, int n) {
        FloatVector half = FloatVector.broadcast(SPECIES, 0.5f);
        FloatVector minusHalf = FloatVector.broadcast(SPECIES, -0.5f);
        FloatVector minusTwo = FloatVector.broadcast(SPECIES, -2);
        FloatVector low = FloatVector.broadcast(SPECIES, HALF_PI_LOW);
        FloatVector a0 = FloatVector.broadcast(SPECIES, A0);
        FloatVector a1 = FloatVector.broadcast(SPECIES, A1);
        FloatVector a2 = FloatVector.broadcast(SPECIES, A2);
        FloatVector a3 = FloatVector.broadcast(SPECIES, A3);
        FloatVector a4 = FloatVector.broadcast(SPECIES, A4);
        for (int i = 0; i < n; i += SPECIES.length()) {
            FloatVector v = FloatVector.fromArray(SPECIES, x, i);
            FloatVector a = v.abs();
            VectorMask<Float> large = a.compare(GT, 0.5f);
            FloatVector z = a.mul(a).blend(a.fma(minusHalf, half), large);
            FloatVector s = a.blend(z.sqrt(), large);
            FloatVector p = z.fma(a4, a3).fma(z, a2).fma(z, a1).fma(z, a0);
            FloatVector t = s.mul(z).fma(p, s);
            FloatVector y = t.blend(t.fma(minusTwo, low).add(HALF_PI), large);
            IntVector sign = v.reinterpretAsInts().and(SingleBits.SIGN);
            y.reinterpretAsInts().lanewise(XOR, sign).reinterpretAsFloats().intoArray(out, i);
        }
    }
}
