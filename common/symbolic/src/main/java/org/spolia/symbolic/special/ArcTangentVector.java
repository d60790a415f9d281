package org.spolia.symbolic.special;

import static jdk.incubator.vector.VectorOperators.GT;
import static jdk.incubator.vector.VectorOperators.XOR;
import static org.spolia.symbolic.special.ArcTangent.*;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorSpecies;

/** {@link ArcTangent} over arrays, with equal bits. */
public final class ArcTangentVector {

    private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;

    private ArcTangentVector() {}

    /** {@code out[i] = atan(x[i])} for {@code i < n}, a multiple of 16; {@code out} may be {@code x}. */
    public static void atan(double[] x, double[] out, int n) {
        for (int i = 0; i < n; i += SPECIES.length()) {
            DoubleVector given = DoubleVector.fromArray(SPECIES, x, i);
            DoubleVector a = given.abs();
            a = a.blend(CLAMP, a.compare(GT, CLAMP));
            VectorMask<Double> large = a.compare(GT, 1);
            DoubleVector numerator = a.blend(1, large);
            DoubleVector denominator = DoubleVector.broadcast(SPECIES, 1).blend(a.neg(), large);
            DoubleVector q = numerator.div(denominator);
            DoubleVector qLow = q.neg().fma(denominator, numerator).mul(q.mul(SLOPE));
            DoubleVector zero = DoubleVector.broadcast(SPECIES, 0);
            DoubleVector start = zero.blend(HALF_PI, large);
            DoubleVector startLow = zero.blend(HALF_PI_LOW, large);
            DoubleVector z = q.mul(q);
            DoubleVector w = z.mul(z);
            DoubleVector even = w.fma(DoubleVector.broadcast(SPECIES, A18), DoubleVector.broadcast(SPECIES, A16))
                    .fma(w, DoubleVector.broadcast(SPECIES, A14))
                    .fma(w, DoubleVector.broadcast(SPECIES, A12));
            DoubleVector odd = w.fma(DoubleVector.broadcast(SPECIES, A19), DoubleVector.broadcast(SPECIES, A17))
                    .fma(w, DoubleVector.broadcast(SPECIES, A15))
                    .fma(w, DoubleVector.broadcast(SPECIES, A13));
            DoubleVector rest = odd.fma(z, even)
                    .fma(z, DoubleVector.broadcast(SPECIES, A11))
                    .fma(z, DoubleVector.broadcast(SPECIES, A10))
                    .fma(z, DoubleVector.broadcast(SPECIES, A9))
                    .fma(z, DoubleVector.broadcast(SPECIES, A8))
                    .fma(z, DoubleVector.broadcast(SPECIES, A7))
                    .fma(z, DoubleVector.broadcast(SPECIES, A6))
                    .fma(z, DoubleVector.broadcast(SPECIES, A5))
                    .fma(z, DoubleVector.broadcast(SPECIES, A4))
                    .fma(z, DoubleVector.broadcast(SPECIES, A3))
                    .fma(z, DoubleVector.broadcast(SPECIES, A2))
                    .fma(z, DoubleVector.broadcast(SPECIES, A1))
                    .fma(z, DoubleVector.broadcast(SPECIES, A0))
                    .fma(z, DoubleVector.broadcast(SPECIES, 0.25));
            DoubleVector threeQuarters = DoubleVector.broadcast(SPECIES, 0.75);
            DoubleVector t = q.fma(threeQuarters, start);
            DoubleVector tLow = q.fma(threeQuarters, start.sub(t)).add(startLow.add(qLow));
            LongVector sign = given.reinterpretAsLongs().and(Bits.SIGN);
            t.add(q.fma(rest, tLow))
                    .reinterpretAsLongs()
                    .lanewise(XOR, sign)
                    .reinterpretAsDoubles()
                    .intoArray(out, i);
        }
    }
}
