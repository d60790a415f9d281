package org.spolia.symbolic.special;

import static jdk.incubator.vector.VectorOperators.GE;
import static jdk.incubator.vector.VectorOperators.LE;
import static jdk.incubator.vector.VectorOperators.LSHR;
import static org.spolia.symbolic.special.CommonLogarithm.*;
import static org.spolia.symbolic.special.Logarithm.*;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorSpecies;

/** {@link CommonLogarithm} over arrays, with equal bits. */
public final class CommonLogarithmVector {

    private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;

    private CommonLogarithmVector() {}

    /** {@code out[i] = log2(x[i])} for {@code i < n}, a multiple of 16; {@code out} may be {@code x}. */
    public static void log2(double[] x, double[] out, int n) {
        int i = 0;
        while ((i = plain(x, 1, 0, LOG2_E_HIGH, LOG2_E_LOW, out, i, n)) < n) {
            for (int end = i + SPECIES.length(); i < end; i++) {
                out[i] = CommonLogarithm.log2(x[i]);
            }
        }
    }

    /** {@code out[i] = log10(x[i])} for {@code i < n}, a multiple of 16; {@code out} may be {@code x}. */
    public static void log10(double[] x, double[] out, int n) {
        int i = 0;
        while ((i = plain(x, LOG10_2_HIGH, LOG10_2_LOW, LOG10_E_HIGH, LOG10_E_LOW, out, i, n)) < n) {
            for (int end = i + SPECIES.length(); i < end; i++) {
                out[i] = CommonLogarithm.log10(x[i]);
            }
        }
    }

    /** Stops before the first vector with a lane that is not positive and normal, and returns its index, or n. */
    private static int plain(
            double[] x, double twoHigh, double twoLow, double eHigh, double eLow, double[] out, int from, int n) {
        for (int i = from; i < n; i += SPECIES.length()) {
            DoubleVector given = DoubleVector.fromArray(SPECIES, x, i);
            if (!given.compare(GE, Double.MIN_NORMAL)
                    .and(given.compare(LE, Double.MAX_VALUE))
                    .allTrue()) {
                return i;
            }
            LongVector carried = given.reinterpretAsLongs().add(CARRY);
            DoubleVector k = carried.lanewise(LSHR, Bits.EXPONENT_SHIFT)
                    .or(Bits.TWO_52_BITS)
                    .reinterpretAsDoubles()
                    .sub(BIAS);
            DoubleVector f = carried.and(Bits.FRACTION)
                    .add(SQRT_HALF)
                    .reinterpretAsDoubles()
                    .sub(1);
            DoubleVector s = f.div(f.add(2));
            DoubleVector z = s.mul(s);
            DoubleVector w = z.mul(z);
            DoubleVector even = w.fma(DoubleVector.broadcast(SPECIES, -R6), DoubleVector.broadcast(SPECIES, -R4))
                    .fma(w, DoubleVector.broadcast(SPECIES, -R2))
                    .fma(w, DoubleVector.broadcast(SPECIES, -R0));
            DoubleVector odd = w.fma(DoubleVector.broadcast(SPECIES, -R5), DoubleVector.broadcast(SPECIES, -R3))
                    .fma(w, DoubleVector.broadcast(SPECIES, -R1));
            DoubleVector v = s.mul(odd.fma(z, even).fma(z, f));
            DoubleVector t = f.mul(eHigh);
            DoubleVector low = f.fma(
                    DoubleVector.broadcast(SPECIES, eLow), f.fma(DoubleVector.broadcast(SPECIES, eHigh), t.neg()));
            low = k.fma(DoubleVector.broadcast(SPECIES, twoLow), v.fma(DoubleVector.broadcast(SPECIES, -eHigh), low));
            DoubleVector whole = k.mul(twoHigh);
            DoubleVector high = whole.add(t);
            high.add(whole.sub(high).add(t).add(low)).intoArray(out, i);
        }
        return n;
    }
}
