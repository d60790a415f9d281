package org.spolia.symbolic.special;

import static jdk.incubator.vector.VectorOperators.GE;
import static jdk.incubator.vector.VectorOperators.LE;
import static jdk.incubator.vector.VectorOperators.LSHR;
import static org.spolia.symbolic.special.Logarithm.*;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorSpecies;

/** {@link Logarithm} over arrays, with equal bits. */
public final class LogarithmVector {

    private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;

    private LogarithmVector() {}

    /** {@code out[i] = log(x[i])} for {@code i < n}, a multiple of 16; {@code out} may be {@code x}. */
    public static void log(double[] x, double[] out, int n) {
        int i = 0;
        while ((i = plain(x, out, i, n)) < n) {
            for (int end = i + SPECIES.length(); i < end; i++) {
                out[i] = Logarithm.log(x[i]);
            }
        }
    }

    /** Stops before the first vector with a lane that is not positive and normal, and returns its index, or n. */
    private static int plain(double[] x, double[] out, int from, int n) {
        for (int i = from; i < n; i += SPECIES.length()) {
            DoubleVector v = DoubleVector.fromArray(SPECIES, x, i);
            if (!v.compare(GE, Double.MIN_NORMAL)
                    .and(v.compare(LE, Double.MAX_VALUE))
                    .allTrue()) {
                return i;
            }
            LongVector carried = v.reinterpretAsLongs().add(CARRY);
            DoubleVector k = carried.lanewise(LSHR, Bits.EXPONENT_SHIFT)
                    .or(Bits.TWO_52_BITS)
                    .reinterpretAsDoubles()
                    .sub(BIAS);
            DoubleVector m = carried.and(Bits.FRACTION).add(SQRT_HALF).reinterpretAsDoubles();
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
            k.fma(DoubleVector.broadcast(SPECIES, LN_2_HIGH), f.sub(s.fma(g, k.mul(-LN_2_LOW))))
                    .intoArray(out, i);
        }
        return n;
    }
}
