package org.spolia.symbolic.special;

import static jdk.incubator.vector.VectorOperators.GT;
import static jdk.incubator.vector.VectorOperators.LSHL;
import static jdk.incubator.vector.VectorOperators.LSHR;
import static jdk.incubator.vector.VectorOperators.LT;
import static org.spolia.symbolic.special.SingleExponential.*;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorSpecies;

/** {@link SingleExponential} over arrays, with equal bits. */
public final class SingleExponentialVector {

    private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;

    private SingleExponentialVector() {}

    /** {@code out[i] = exp(x[i])} for {@code i < n}, a multiple of 16; {@code out} may be {@code x}. */
    public static void exp(float[] x, float[] out, int n) {
        FloatVector log2E = FloatVector.broadcast(SPECIES, LOG2_E);
        FloatVector round = FloatVector.broadcast(SPECIES, SingleBits.ROUND);
        FloatVector minusLow = FloatVector.broadcast(SPECIES, -LN_2_LOW);
        FloatVector minusHigh = FloatVector.broadcast(SPECIES, -LN_2_HIGH);
        FloatVector q4 = FloatVector.broadcast(SPECIES, Q4);
        FloatVector q2 = FloatVector.broadcast(SPECIES, Q2);
        FloatVector q0 = FloatVector.broadcast(SPECIES, Q0);
        FloatVector q3 = FloatVector.broadcast(SPECIES, Q3);
        FloatVector q1 = FloatVector.broadcast(SPECIES, Q1);
        FloatVector one = FloatVector.broadcast(SPECIES, 1);
        for (int i = 0; i < n; i += SPECIES.length()) {
            FloatVector v = FloatVector.fromArray(SPECIES, x, i);
            v = v.blend(HIGHEST, v.compare(GT, HIGHEST)).blend(LOWEST, v.compare(LT, LOWEST));
            FloatVector shifted = v.fma(log2E, round);
            IntVector power = shifted.reinterpretAsInts();
            IntVector half = power.lanewise(LSHR, 1);
            FloatVector first = half.lanewise(LSHL, SingleBits.EXPONENT_SHIFT)
                    .add(SingleBits.ONE)
                    .reinterpretAsFloats();
            FloatVector second = power.sub(half)
                    .lanewise(LSHL, SingleBits.EXPONENT_SHIFT)
                    .add(SingleBits.ONE)
                    .reinterpretAsFloats();
            FloatVector k = shifted.sub(SingleBits.ROUND);
            FloatVector r = k.fma(minusLow, k.fma(minusHigh, v));
            FloatVector z = r.mul(r);
            FloatVector even = z.fma(q4, q2).fma(z, q0);
            FloatVector odd = z.fma(q3, q1);
            odd.fma(r, even).fma(r, one).fma(r, one).mul(first).mul(second).intoArray(out, i);
        }
    }
}
