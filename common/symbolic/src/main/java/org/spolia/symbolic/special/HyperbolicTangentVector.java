package org.spolia.symbolic.special;

import static jdk.incubator.vector.VectorOperators.GT;
import static jdk.incubator.vector.VectorOperators.LSHL;
import static jdk.incubator.vector.VectorOperators.XOR;
import static org.spolia.symbolic.special.HyperbolicTangent.*;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorSpecies;

/** {@link HyperbolicTangent} over arrays, with equal bits. */
public final class HyperbolicTangentVector {

    private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;

    private HyperbolicTangentVector() {}

    /** {@code out[i] = tanh(x[i])} for {@code i < n}, a multiple of 16; {@code out} may be {@code x}. */
    public static void tanh(double[] x, double[] out, int n) {
        for (int i = 0; i < n; i += SPECIES.length()) {
            DoubleVector v = DoubleVector.fromArray(SPECIES, x, i);
            DoubleVector a = v.abs();
            a = a.blend(CLAMP, a.compare(GT, CLAMP));
            DoubleVector shifted = a.sub(QUARTER_LN_2)
                    .fma(DoubleVector.broadcast(SPECIES, TWO_LOG2_E), DoubleVector.broadcast(SPECIES, Bits.ROUND));
            DoubleVector k = shifted.sub(Bits.ROUND);
            DoubleVector r = k.fma(
                    DoubleVector.broadcast(SPECIES, -HALF_LN_2_LOW),
                    k.fma(DoubleVector.broadcast(SPECIES, -HALF_LN_2_HIGH), a));
            DoubleVector z = r.mul(r);
            DoubleVector w = z.mul(z);
            DoubleVector even = w.fma(DoubleVector.broadcast(SPECIES, T6), DoubleVector.broadcast(SPECIES, T4))
                    .fma(w, DoubleVector.broadcast(SPECIES, T2))
                    .fma(w, DoubleVector.broadcast(SPECIES, T0));
            DoubleVector odd = w.fma(DoubleVector.broadcast(SPECIES, T7), DoubleVector.broadcast(SPECIES, T5))
                    .fma(w, DoubleVector.broadcast(SPECIES, T3))
                    .fma(w, DoubleVector.broadcast(SPECIES, T1));
            DoubleVector t = r.mul(z).fma(odd.fma(z, even), r);
            DoubleVector scale = shifted.reinterpretAsLongs()
                    .lanewise(LSHL, Bits.EXPONENT_SHIFT)
                    .add(Bits.ONE)
                    .reinterpretAsDoubles();
            DoubleVector numerator = scale.add(1).fma(t, scale.sub(1));
            DoubleVector denominator =
                    numerator.add(t.fma(DoubleVector.broadcast(SPECIES, -2), DoubleVector.broadcast(SPECIES, 2)));
            LongVector sign = v.reinterpretAsLongs().and(Bits.SIGN);
            numerator
                    .div(denominator)
                    .reinterpretAsLongs()
                    .lanewise(XOR, sign)
                    .reinterpretAsDoubles()
                    .intoArray(out, i);
        }
    }
}
