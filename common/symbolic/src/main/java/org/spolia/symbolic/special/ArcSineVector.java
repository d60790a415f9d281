package org.spolia.symbolic.special;

import static jdk.incubator.vector.VectorOperators.GT;
import static jdk.incubator.vector.VectorOperators.OR;
import static org.spolia.symbolic.special.ArcSine.*;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorSpecies;

/** {@link ArcSine} over arrays, with equal bits. */
public final class ArcSineVector {

    private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;

    private ArcSineVector() {}

    /** {@code out[i] = asin(x[i])} for {@code i < n}, a multiple of 16; {@code out} may be {@code x}. */
    public static void asin(double[] x, double[] out, int n) {
        arc(x, 1, 0, 0, Bits.SIGN, out, n);
    }

    /** {@code out[i] = acos(x[i])} for {@code i < n}, a multiple of 16; {@code out} may be {@code x}. */
    public static void acos(double[] x, double[] out, int n) {
        arc(x, -1, HALF_PI, HALF_PI_LOW, 0, out, n);
    }

    /** offset + factor * asin(x); `signs` restores the sign of a zero. */
    private static void arc(
            double[] x, double factor, double offset, double offsetLow, long signs, double[] out, int n) {
        for (int i = 0; i < n; i += SPECIES.length()) {
            DoubleVector given = DoubleVector.fromArray(SPECIES, x, i);
            DoubleVector a = given.abs();
            VectorMask<Double> large = a.compare(GT, 0.5);
            DoubleVector z = a.mul(a)
                    .blend(a.fma(DoubleVector.broadcast(SPECIES, -0.5), DoubleVector.broadcast(SPECIES, 0.5)), large);
            DoubleVector root = z.sqrt();
            DoubleVector rootLow = root.fma(root, z.neg())
                    .mul(root.fma(DoubleVector.broadcast(SPECIES, -8), DoubleVector.broadcast(SPECIES, 6)));
            DoubleVector w = z.mul(z);
            DoubleVector even = w.fma(DoubleVector.broadcast(SPECIES, A12), DoubleVector.broadcast(SPECIES, A10))
                    .fma(w, DoubleVector.broadcast(SPECIES, A8))
                    .fma(w, DoubleVector.broadcast(SPECIES, A6))
                    .fma(w, DoubleVector.broadcast(SPECIES, A4))
                    .fma(w, DoubleVector.broadcast(SPECIES, A2))
                    .fma(w, DoubleVector.broadcast(SPECIES, A0));
            DoubleVector odd = w.fma(DoubleVector.broadcast(SPECIES, A11), DoubleVector.broadcast(SPECIES, A9))
                    .fma(w, DoubleVector.broadcast(SPECIES, A7))
                    .fma(w, DoubleVector.broadcast(SPECIES, A5))
                    .fma(w, DoubleVector.broadcast(SPECIES, A3))
                    .fma(w, DoubleVector.broadcast(SPECIES, A1));
            DoubleVector p = odd.fma(z, even);
            DoubleVector zero = DoubleVector.broadcast(SPECIES, 0);
            DoubleVector sign = given.reinterpretAsLongs()
                    .and(Bits.SIGN)
                    .lanewise(OR, Bits.ONE)
                    .reinterpretAsDoubles()
                    .mul(factor);
            DoubleVector v = a.blend(root.mul(-2), large).mul(sign);
            DoubleVector start = zero.blend(HALF_PI, large).fma(sign, DoubleVector.broadcast(SPECIES, offset));
            DoubleVector startLow =
                    zero.blend(HALF_PI_LOW, large).fma(sign, DoubleVector.broadcast(SPECIES, offsetLow));
            DoubleVector t = start.add(v);
            DoubleVector tLow = start.sub(t).add(v).add(startLow);
            t.add(v.mul(z).fma(p, zero.blend(rootLow, large).fma(sign, tLow)))
                    .reinterpretAsLongs()
                    .or(given.reinterpretAsLongs().and(signs))
                    .reinterpretAsDoubles()
                    .intoArray(out, i);
        }
    }
}
