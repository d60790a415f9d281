package org.spolia.symbolic.special;

import static jdk.incubator.vector.VectorOperators.EQ;
import static jdk.incubator.vector.VectorOperators.GE;
import static jdk.incubator.vector.VectorOperators.LE;
import static jdk.incubator.vector.VectorOperators.LSHR;
import static jdk.incubator.vector.VectorOperators.LT;
import static org.spolia.symbolic.special.Logarithm.*;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorSpecies;

/** {@link Logarithm} over arrays, with equal bits. */
public final class LogarithmVector {

    private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;

    private LogarithmVector() {}

    /** {@code out[i] = log(x[i])} for i < n, a multiple of 16; {@code out} may be {@code x}. */
    public static void log(double[] x, double[] out, int n) {
        for (int i = 0; i < n; i += SPECIES.length()) {
            DoubleVector v = DoubleVector.fromArray(SPECIES, x, i);
            VectorMask<Double> normal = v.compare(GE, Double.MIN_NORMAL).and(v.compare(LE, Double.MAX_VALUE));
            if (!normal.allTrue()) {
                special(x, out, i);
                continue;
            }
            normal(v, DoubleVector.broadcast(SPECIES, BIAS)).intoArray(out, i);
        }
    }

    /** One vector with lanes outside the positive normal numbers. */
    private static void special(double[] x, double[] out, int i) {
        DoubleVector v = DoubleVector.fromArray(SPECIES, x, i);
        VectorMask<Double> small = v.compare(LT, Double.MIN_NORMAL);
        DoubleVector bias = DoubleVector.broadcast(SPECIES, BIAS).blend(BIAS + SCALE_POWER, small);
        DoubleVector y = normal(v.blend(v.mul(SCALE), small), bias);
        y = y.blend(Double.NaN, v.compare(GE, 0).not());
        y = y.blend(Double.NEGATIVE_INFINITY, v.compare(EQ, 0));
        y.blend(Double.POSITIVE_INFINITY, v.compare(EQ, Double.POSITIVE_INFINITY))
                .intoArray(out, i);
    }

    private static DoubleVector normal(DoubleVector x, DoubleVector bias) {
        DoubleVector k = power(x).sub(bias);
        return k.fma(DoubleVector.broadcast(SPECIES, LN_2_HIGH), remainder(x, k));
    }

    /** k plus the bias. */
    static DoubleVector power(DoubleVector x) {
        return x.reinterpretAsLongs()
                .add(CARRY)
                .lanewise(LSHR, Bits.EXPONENT_SHIFT)
                .or(Bits.TWO_52_BITS)
                .reinterpretAsDoubles();
    }

    /** log(x) - k LN_2_HIGH. */
    static DoubleVector remainder(DoubleVector x, DoubleVector k) {
        DoubleVector m = x.reinterpretAsLongs()
                .add(CARRY)
                .and(Bits.FRACTION)
                .add(SQRT_HALF)
                .reinterpretAsDoubles();
        DoubleVector f = m.sub(1);
        DoubleVector s = f.div(m.add(1));
        DoubleVector z = s.mul(s);
        DoubleVector w = z.mul(z);
        DoubleVector even = w.fma(DoubleVector.broadcast(SPECIES, -R6), DoubleVector.broadcast(SPECIES, -R4))
                .fma(w, DoubleVector.broadcast(SPECIES, -R2))
                .fma(w, DoubleVector.broadcast(SPECIES, -R0));
        DoubleVector odd = w.fma(DoubleVector.broadcast(SPECIES, -R5), DoubleVector.broadcast(SPECIES, -R3))
                .fma(w, DoubleVector.broadcast(SPECIES, -R1));
        DoubleVector g = odd.fma(z, even).fma(z, f);
        return f.sub(s.fma(g, k.mul(-LN_2_LOW)));
    }
}
