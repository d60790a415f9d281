package org.spolia.symbolic.special;

import static jdk.incubator.vector.VectorOperators.EQ;
import static jdk.incubator.vector.VectorOperators.GE;
import static jdk.incubator.vector.VectorOperators.LE;
import static jdk.incubator.vector.VectorOperators.LSHL;
import static jdk.incubator.vector.VectorOperators.LSHR;
import static org.spolia.symbolic.special.CubeRoot.*;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorSpecies;

/** {@link CubeRoot} over arrays, with equal bits. */
public final class CubeRootVector {

    private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;

    private CubeRootVector() {}

    /** {@code out[i] = cbrt(x[i])} for {@code i < n}, a multiple of 16; {@code out} may be {@code x}. */
    public static void cbrt(double[] x, double[] out, int n) {
        int i = 0;
        while ((i = plain(x, out, i, n)) < n) {
            for (int end = i + SPECIES.length(); i < end; i++) {
                out[i] = CubeRoot.cbrt(x[i]);
            }
        }
    }

    /** Stops before the first vector with a lane that is neither zero nor normal, and returns its index, or n. */
    private static int plain(double[] x, double[] out, int from, int n) {
        for (int i = from; i < n; i += SPECIES.length()) {
            DoubleVector given = DoubleVector.fromArray(SPECIES, x, i);
            DoubleVector a = given.abs();
            VectorMask<Double> zero = a.compare(EQ, 0);
            if (!a.compare(GE, Double.MIN_NORMAL)
                    .and(a.compare(LE, Double.MAX_VALUE))
                    .or(zero)
                    .allTrue()) {
                return i;
            }
            LongVector sign = given.reinterpretAsLongs().and(Bits.SIGN);
            LongVector bits = a.reinterpretAsLongs();
            DoubleVector power = bits.lanewise(LSHR, Bits.EXPONENT_SHIFT)
                    .or(Bits.TWO_52_BITS)
                    .reinterpretAsDoubles()
                    .sub(Logarithm.BIAS);
            LongVector q = power.fma(
                            DoubleVector.broadcast(SPECIES, THIRD), DoubleVector.broadcast(SPECIES, Bits.ROUND))
                    .reinterpretAsLongs()
                    .lanewise(LSHL, Bits.EXPONENT_SHIFT);
            DoubleVector m = bits.sub(q).sub(q).sub(q).reinterpretAsDoubles();
            DoubleVector square = m.mul(m);
            DoubleVector even = square.fma(DoubleVector.broadcast(SPECIES, R6), DoubleVector.broadcast(SPECIES, R4))
                    .fma(square, DoubleVector.broadcast(SPECIES, R2))
                    .fma(square, DoubleVector.broadcast(SPECIES, R0));
            DoubleVector odd = square.fma(DoubleVector.broadcast(SPECIES, R5), DoubleVector.broadcast(SPECIES, R3))
                    .fma(square, DoubleVector.broadcast(SPECIES, R1));
            DoubleVector guess = odd.fma(m, even);
            DoubleVector e = m.neg().fma(guess.mul(guess).mul(guess), DoubleVector.broadcast(SPECIES, 1));
            DoubleVector series = e.fma(DoubleVector.broadcast(SPECIES, E3), DoubleVector.broadcast(SPECIES, E2))
                    .fma(e, DoubleVector.broadcast(SPECIES, THIRD));
            DoubleVector r = guess.mul(e).fma(series, guess);
            DoubleVector rr = r.mul(r);
            DoubleVector y = m.mul(rr);
            DoubleVector yy = y.mul(y);
            DoubleVector cube = yy.mul(y);
            DoubleVector cubeLow = y.fma(y, yy.neg()).fma(y, yy.fma(y, cube.neg()));
            DoubleVector root = m.sub(cube).sub(cubeLow).fma(rr.mul(THIRD), y);
            root.reinterpretAsLongs()
                    .add(q)
                    .or(sign)
                    .reinterpretAsDoubles()
                    .blend(given, zero)
                    .intoArray(out, i);
        }
        return n;
    }
}
