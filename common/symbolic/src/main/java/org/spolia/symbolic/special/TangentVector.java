package org.spolia.symbolic.special;

import static jdk.incubator.vector.VectorOperators.LSHL;
import static jdk.incubator.vector.VectorOperators.LT;
import static org.spolia.symbolic.special.Sine.HALF_PI_1;
import static org.spolia.symbolic.special.Sine.HALF_PI_2;
import static org.spolia.symbolic.special.Sine.HALF_PI_3;
import static org.spolia.symbolic.special.Sine.LIMIT;
import static org.spolia.symbolic.special.Sine.TWO_OVER_PI;
import static org.spolia.symbolic.special.Tangent.*;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorSpecies;

/** {@link Tangent} over arrays, with equal bits. */
public final class TangentVector {

    private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;

    private TangentVector() {}

    /** {@code out[i] = tan(x[i])} for {@code i < n}, a multiple of 16; {@code out} may be {@code x}. */
    public static void tan(double[] x, double[] out, int n) {
        int i = 0;
        while ((i = plain(x, out, i, n)) < n) {
            for (int end = i + SPECIES.length(); i < end; i++) {
                out[i] = Tangent.tan(x[i]);
            }
        }
    }

    /** Stops before the first vector with a lane beyond the limit, and returns its index, or n. */
    private static int plain(double[] x, double[] out, int from, int n) {
        for (int i = from; i < n; i += SPECIES.length()) {
            DoubleVector given = DoubleVector.fromArray(SPECIES, x, i);
            DoubleVector a = given.abs();
            if (!a.compare(LT, LIMIT).allTrue()) {
                return i;
            }
            // Here and not further down, because C2 of JDK 17 compiles a conversion at the end of so long a body as a
            // call.
            DoubleVector sign =
                    given.reinterpretAsLongs().and(Bits.SIGN).or(Bits.ONE).reinterpretAsDoubles();
            DoubleVector shifted =
                    a.fma(DoubleVector.broadcast(SPECIES, TWO_OVER_PI), DoubleVector.broadcast(SPECIES, Bits.ROUND));
            DoubleVector k = shifted.sub(Bits.ROUND);
            DoubleVector d = k.fma(DoubleVector.broadcast(SPECIES, -HALF_PI_1), a);
            DoubleVector r = k.fma(DoubleVector.broadcast(SPECIES, -HALF_PI_2), d);
            DoubleVector low = k.fma(
                    DoubleVector.broadcast(SPECIES, -HALF_PI_3),
                    k.fma(DoubleVector.broadcast(SPECIES, -HALF_PI_2), d.sub(r)));
            DoubleVector z = r.mul(r);
            DoubleVector w = z.mul(z);
            DoubleVector even = w.fma(DoubleVector.broadcast(SPECIES, T14), DoubleVector.broadcast(SPECIES, T12))
                    .fma(w, DoubleVector.broadcast(SPECIES, T10))
                    .fma(w, DoubleVector.broadcast(SPECIES, T8))
                    .fma(w, DoubleVector.broadcast(SPECIES, T6))
                    .fma(w, DoubleVector.broadcast(SPECIES, T4))
                    .fma(w, DoubleVector.broadcast(SPECIES, T2))
                    .fma(w, DoubleVector.broadcast(SPECIES, T0));
            DoubleVector odd = w.fma(DoubleVector.broadcast(SPECIES, T13), DoubleVector.broadcast(SPECIES, T11))
                    .fma(w, DoubleVector.broadcast(SPECIES, T9))
                    .fma(w, DoubleVector.broadcast(SPECIES, T7))
                    .fma(w, DoubleVector.broadcast(SPECIES, T5))
                    .fma(w, DoubleVector.broadcast(SPECIES, T3))
                    .fma(w, DoubleVector.broadcast(SPECIES, T1));
            DoubleVector t = r.add(r.mul(z).fma(odd.fma(z, even), low));
            VectorMask<Double> inverse = shifted.reinterpretAsLongs()
                    .lanewise(LSHL, 63)
                    .or(Bits.ONE)
                    .reinterpretAsDoubles()
                    .compare(LT, 0);
            t.blend(-1, inverse)
                    .div(DoubleVector.broadcast(SPECIES, 1).blend(t, inverse))
                    .mul(sign)
                    .intoArray(out, i);
        }
        return n;
    }
}
