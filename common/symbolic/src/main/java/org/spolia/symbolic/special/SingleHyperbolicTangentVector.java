package org.spolia.symbolic.special;

import static jdk.incubator.vector.VectorOperators.GT;
import static jdk.incubator.vector.VectorOperators.LSHL;
import static jdk.incubator.vector.VectorOperators.XOR;
import static org.spolia.symbolic.special.SingleHyperbolicTangent.*;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorSpecies;

/** {@link SingleHyperbolicTangent} over arrays, with equal bits. */
public final class SingleHyperbolicTangentVector {

    private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;

    private SingleHyperbolicTangentVector() {}

    /** {@code out[i] = tanh(x[i])} for {@code i < n}, a multiple of 16; {@code out} may be {@code x}. */
    public static void tanh(float[] x, float[] out, int n) {
        FloatVector twoLog2E = FloatVector.broadcast(SPECIES, TWO_LOG2_E);
        FloatVector round = FloatVector.broadcast(SPECIES, SingleBits.ROUND);
        FloatVector minusLow = FloatVector.broadcast(SPECIES, -HALF_LN_2_LOW);
        FloatVector minusHigh = FloatVector.broadcast(SPECIES, -HALF_LN_2_HIGH);
        FloatVector t3 = FloatVector.broadcast(SPECIES, T3);
        FloatVector t2 = FloatVector.broadcast(SPECIES, T2);
        FloatVector t1 = FloatVector.broadcast(SPECIES, T1);
        FloatVector t0 = FloatVector.broadcast(SPECIES, T0);
        FloatVector minusTwo = FloatVector.broadcast(SPECIES, -2);
        FloatVector two = FloatVector.broadcast(SPECIES, 2);
        for (int i = 0; i < n; i += SPECIES.length()) {
            FloatVector v = FloatVector.fromArray(SPECIES, x, i);
            FloatVector a = v.abs();
            a = a.blend(CLAMP, a.compare(GT, CLAMP));
            FloatVector shifted = a.sub(QUARTER_LN_2).fma(twoLog2E, round);
            FloatVector k = shifted.sub(SingleBits.ROUND);
            FloatVector r = k.fma(minusLow, k.fma(minusHigh, a));
            FloatVector z = r.mul(r);
            FloatVector p = z.fma(t3, t2).fma(z, t1).fma(z, t0);
            FloatVector t = r.mul(z).fma(p, r);
            FloatVector scale = shifted.reinterpretAsInts()
                    .lanewise(LSHL, SingleBits.EXPONENT_SHIFT)
                    .add(SingleBits.ONE)
                    .reinterpretAsFloats();
            FloatVector numerator = scale.add(1).fma(t, scale.sub(1));
            FloatVector denominator = numerator.add(t.fma(minusTwo, two));
            IntVector sign = v.reinterpretAsInts().and(SingleBits.SIGN);
            numerator
                    .div(denominator)
                    .reinterpretAsInts()
                    .lanewise(XOR, sign)
                    .reinterpretAsFloats()
                    .intoArray(out, i);
        }
    }
}
