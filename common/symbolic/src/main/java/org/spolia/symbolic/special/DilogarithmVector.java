package org.spolia.symbolic.special;

import static jdk.incubator.vector.VectorOperators.GT;
import static jdk.incubator.vector.VectorOperators.LE;
import static jdk.incubator.vector.VectorOperators.LSHR;
import static jdk.incubator.vector.VectorOperators.LT;
import static org.spolia.symbolic.special.Dilogarithm.*;
import static org.spolia.symbolic.special.Logarithm.*;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorSpecies;

/** {@link Dilogarithm} over arrays, with equal bits; the logarithms are those of {@link Logarithm}. */
public final class DilogarithmVector {

    private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;

    private DilogarithmVector() {}

    /** {@code out[i] = li2(x[i])} for {@code i < n}, a multiple of 16; {@code out} may be {@code x}. */
    public static void li2(double[] x, double[] out, int n) {
        int i = 0;
        while ((i = finite(x, out, i, n)) < n) {
            for (int end = i + SPECIES.length(); i < end; i++) {
                out[i] = Dilogarithm.li2(x[i]);
            }
        }
    }

    /** Stops before the first vector with a lane that is not finite, and returns its index, or n. */
    private static int finite(double[] x, double[] out, int from, int n) {
        for (int i = from; i < n; i += SPECIES.length()) {
            DoubleVector given = DoubleVector.fromArray(SPECIES, x, i);
            if (!given.abs().compare(LE, Double.MAX_VALUE).allTrue()) {
                return i;
            }
            VectorMask<Double> reflected = given.compare(GT, 0.5);
            VectorMask<Double> inverted = given.compare(GT, 2).or(given.compare(LT, -1));
            DoubleVector one = DoubleVector.broadcast(SPECIES, 1);
            DoubleVector y = given.blend(one.sub(given), reflected).blend(one.div(given), inverted);
            DoubleVector w = one.sub(y);
            DoubleVector wLow = one.sub(w).sub(y);
            DoubleVector r0 = DoubleVector.broadcast(SPECIES, -R0);
            DoubleVector r1 = DoubleVector.broadcast(SPECIES, -R1);
            DoubleVector r2 = DoubleVector.broadcast(SPECIES, -R2);
            DoubleVector r3 = DoubleVector.broadcast(SPECIES, -R3);
            DoubleVector r4 = DoubleVector.broadcast(SPECIES, -R4);
            DoubleVector r5 = DoubleVector.broadcast(SPECIES, -R5);
            DoubleVector r6 = DoubleVector.broadcast(SPECIES, -R6);
            DoubleVector ln2 = DoubleVector.broadcast(SPECIES, LN_2_HIGH);
            LongVector wBits = w.reinterpretAsLongs().add(CARRY);
            DoubleVector wK = wBits.lanewise(LSHR, Bits.EXPONENT_SHIFT)
                    .or(Bits.TWO_52_BITS)
                    .reinterpretAsDoubles()
                    .sub(BIAS);
            DoubleVector wM = wBits.and(Bits.FRACTION).add(SQRT_HALF).reinterpretAsDoubles();
            DoubleVector wF = wM.sub(1);
            DoubleVector wS = wF.div(wM.add(1));
            DoubleVector wZ = wS.mul(wS);
            DoubleVector wW = wZ.mul(wZ);
            DoubleVector wEven = wW.fma(r6, r4).fma(wW, r2).fma(wW, r0);
            DoubleVector wOdd = wW.fma(r5, r3).fma(wW, r1);
            DoubleVector wG = wOdd.fma(wZ, wEven).fma(wZ, wF);
            DoubleVector wRest = wF.sub(wS.fma(wG, wK.mul(-LN_2_LOW)));
            DoubleVector u = wLow.fma(DoubleVector.broadcast(SPECIES, 2).sub(w), wK.fma(ln2, wRest))
                    .neg();
            DoubleVector size = y.blend(given, inverted).abs();
            LongVector vBits = size.reinterpretAsLongs().add(CARRY);
            DoubleVector vK = vBits.lanewise(LSHR, Bits.EXPONENT_SHIFT)
                    .or(Bits.TWO_52_BITS)
                    .reinterpretAsDoubles()
                    .sub(BIAS);
            DoubleVector vM = vBits.and(Bits.FRACTION).add(SQRT_HALF).reinterpretAsDoubles();
            DoubleVector vF = vM.sub(1);
            DoubleVector vS = vF.div(vM.add(1));
            DoubleVector vZ = vS.mul(vS);
            DoubleVector vW = vZ.mul(vZ);
            DoubleVector vEven = vW.fma(r6, r4).fma(vW, r2).fma(vW, r0);
            DoubleVector vOdd = vW.fma(r5, r3).fma(vW, r1);
            DoubleVector vG = vOdd.fma(vZ, vEven).fma(vZ, vF);
            DoubleVector vRest = vF.sub(vS.fma(vG, vK.mul(-LN_2_LOW)));
            DoubleVector v = vK.fma(ln2, vRest);
            DoubleVector vLow = vK.fma(ln2, v.neg()).add(vRest);
            DoubleVector z = u.mul(u);
            DoubleVector s = z.mul(z);
            DoubleVector even = s.fma(DoubleVector.broadcast(SPECIES, B6), DoubleVector.broadcast(SPECIES, B4))
                    .fma(s, DoubleVector.broadcast(SPECIES, B2))
                    .fma(s, DoubleVector.broadcast(SPECIES, B0));
            DoubleVector odd = s.fma(DoubleVector.broadcast(SPECIES, B5), DoubleVector.broadcast(SPECIES, B3))
                    .fma(s, DoubleVector.broadcast(SPECIES, B1));
            DoubleVector series = odd.fma(z, even)
                    .fma(u, DoubleVector.broadcast(SPECIES, -0.25))
                    .fma(z, u);
            DoubleVector zero = DoubleVector.broadcast(SPECIES, 0);
            DoubleVector slope = zero.blend(u, reflected).blend(v.neg(), inverted);
            DoubleVector factor = slope.blend(slope.mul(0.5), inverted);
            DoubleVector start = zero.blend(-PI_SQUARED_OVER_6, inverted)
                    .blend(PI_SQUARED_OVER_6, reflected)
                    .blend(PI_SQUARED_OVER_3, reflected.and(inverted));
            DoubleVector sum = start.add(series.blend(series.neg(), reflected.or(inverted)));
            v.fma(factor, vLow.fma(slope, sum)).intoArray(out, i);
        }
        return n;
    }
}
