package org.spolia.symbolic.special;

import static jdk.incubator.vector.VectorOperators.GE;
import static jdk.incubator.vector.VectorOperators.LE;
import static jdk.incubator.vector.VectorOperators.LSHR;
import static org.spolia.symbolic.special.SingleLogarithm.*;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorSpecies;

/** {@link SingleLogarithm} over arrays, with equal bits. */
public final class SingleLogarithmVector {

    private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;

    private SingleLogarithmVector() {}

    /** {@code out[i] = log(x[i])} for {@code i < n}, a multiple of 16; {@code out} may be {@code x}. */
    public static void log(float[] x, float[] out, int n) {
        int i = 0;
        while ((i = plain(x, out, i, n)) < n) {
            for (int end = i + SPECIES.length(); i < end; i++) {
                out[i] = SingleLogarithm.log(x[i]);
            }
        }
    }

    /** Stops before the first vector with a lane that is not positive and normal, and returns its index, or n. */
    private static int plain(float[] x, float[] out, int from, int n) {
        for (int i = from; i < n; i += SPECIES.length()) {
            FloatVector v = FloatVector.fromArray(SPECIES, x, i);
            if (!v.compare(GE, Float.MIN_NORMAL)
                    .and(v.compare(LE, Float.MAX_VALUE))
                    .allTrue()) {
                return i;
            }
            IntVector carried = v.reinterpretAsInts().add(CARRY);
            FloatVector k = carried.lanewise(LSHR, SingleBits.EXPONENT_SHIFT)
                    .or(SingleBits.TWO_23_BITS)
                    .reinterpretAsFloats()
                    .sub(BIAS);
            FloatVector m = carried.and(SingleBits.FRACTION).add(SQRT_HALF).reinterpretAsFloats();
            FloatVector f = m.sub(1);
            FloatVector s = f.div(m.add(1));
            FloatVector z = s.mul(s);
            FloatVector g = z.fma(FloatVector.broadcast(SPECIES, -R2), FloatVector.broadcast(SPECIES, -R1))
                    .fma(z, FloatVector.broadcast(SPECIES, -R0))
                    .fma(z, f);
            k.fma(FloatVector.broadcast(SPECIES, LN_2_HIGH), f.sub(s.fma(g, k.mul(-LN_2_LOW))))
                    .intoArray(out, i);
        }
        return n;
    }
}
