package org.spolia.symbolic.special;

import static jdk.incubator.vector.VectorOperators.GT;
import static jdk.incubator.vector.VectorOperators.LSHL;
import static jdk.incubator.vector.VectorOperators.LSHR;
import static jdk.incubator.vector.VectorOperators.LT;
import static org.spolia.symbolic.special.ErrorFunction.*;
import static org.spolia.symbolic.special.Exponential.LN_2_HIGH;
import static org.spolia.symbolic.special.Exponential.LN_2_LOW;
import static org.spolia.symbolic.special.Exponential.LOG2_E;
import static org.spolia.symbolic.special.Exponential.Q0;
import static org.spolia.symbolic.special.Exponential.Q1;
import static org.spolia.symbolic.special.Exponential.Q2;
import static org.spolia.symbolic.special.Exponential.Q3;
import static org.spolia.symbolic.special.Exponential.Q4;
import static org.spolia.symbolic.special.Exponential.Q5;
import static org.spolia.symbolic.special.Exponential.Q6;
import static org.spolia.symbolic.special.Exponential.Q7;
import static org.spolia.symbolic.special.Exponential.Q8;
import static org.spolia.symbolic.special.Exponential.Q9;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorSpecies;

/** {@link ErrorFunction} over arrays, with equal bits; the exponential is that of {@link Exponential}. */
public final class ErrorFunctionVector {

    private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;

    private ErrorFunctionVector() {}

    /** {@code out[i] = erf(x[i])} for {@code i < n}, a multiple of 16; {@code out} may be {@code x}. */
    public static void erf(double[] x, double[] out, int n) {
        error(x, false, 1, out, n);
    }

    /** {@code out[i] = erfc(x[i])} for {@code i < n}, a multiple of 16; {@code out} may be {@code x}. */
    public static void erfc(double[] x, double[] out, int n) {
        error(x, true, SMALL, out, n);
    }

    private static void error(double[] x, boolean complementary, double threshold, double[] out, int n) {
        VectorMask<Double> wanted = SPECIES.maskAll(complementary);
        for (int i = 0; i < n; i += SPECIES.length()) {
            DoubleVector given = DoubleVector.fromArray(SPECIES, x, i);
            DoubleVector one = DoubleVector.broadcast(SPECIES, 1);
            DoubleVector sign =
                    given.reinterpretAsLongs().and(Bits.SIGN).or(Bits.ONE).reinterpretAsDoubles();
            DoubleVector b = given.abs();
            VectorMask<Double> large = b.compare(GT, threshold);
            DoubleVector z = b.mul(b);
            DoubleVector w = z.mul(z);
            DoubleVector evenE = w.fma(DoubleVector.broadcast(SPECIES, E12), DoubleVector.broadcast(SPECIES, E10))
                    .fma(w, DoubleVector.broadcast(SPECIES, E8))
                    .fma(w, DoubleVector.broadcast(SPECIES, E6))
                    .fma(w, DoubleVector.broadcast(SPECIES, E4))
                    .fma(w, DoubleVector.broadcast(SPECIES, E2))
                    .fma(w, DoubleVector.broadcast(SPECIES, E0));
            DoubleVector oddE = w.fma(DoubleVector.broadcast(SPECIES, E11), DoubleVector.broadcast(SPECIES, E9))
                    .fma(w, DoubleVector.broadcast(SPECIES, E7))
                    .fma(w, DoubleVector.broadcast(SPECIES, E5))
                    .fma(w, DoubleVector.broadcast(SPECIES, E3))
                    .fma(w, DoubleVector.broadcast(SPECIES, E1));
            DoubleVector small = b.fma(oddE.fma(z, evenE), b);

            DoubleVector a = b.blend(CLAMP, b.compare(GT, CLAMP));
            DoubleVector t = a.sub(CENTRE).div(a.add(CENTRE));
            DoubleVector tt = t.mul(t);
            DoubleVector evenP = tt.fma(DoubleVector.broadcast(SPECIES, P22), DoubleVector.broadcast(SPECIES, P20))
                    .fma(tt, DoubleVector.broadcast(SPECIES, P18))
                    .fma(tt, DoubleVector.broadcast(SPECIES, P16))
                    .fma(tt, DoubleVector.broadcast(SPECIES, P14))
                    .fma(tt, DoubleVector.broadcast(SPECIES, P12))
                    .fma(tt, DoubleVector.broadcast(SPECIES, P10))
                    .fma(tt, DoubleVector.broadcast(SPECIES, P8))
                    .fma(tt, DoubleVector.broadcast(SPECIES, P6))
                    .fma(tt, DoubleVector.broadcast(SPECIES, P4))
                    .fma(tt, DoubleVector.broadcast(SPECIES, P2))
                    .fma(tt, DoubleVector.broadcast(SPECIES, P0));
            DoubleVector oddP = tt.fma(DoubleVector.broadcast(SPECIES, P23), DoubleVector.broadcast(SPECIES, P21))
                    .fma(tt, DoubleVector.broadcast(SPECIES, P19))
                    .fma(tt, DoubleVector.broadcast(SPECIES, P17))
                    .fma(tt, DoubleVector.broadcast(SPECIES, P15))
                    .fma(tt, DoubleVector.broadcast(SPECIES, P13))
                    .fma(tt, DoubleVector.broadcast(SPECIES, P11))
                    .fma(tt, DoubleVector.broadcast(SPECIES, P9))
                    .fma(tt, DoubleVector.broadcast(SPECIES, P7))
                    .fma(tt, DoubleVector.broadcast(SPECIES, P5))
                    .fma(tt, DoubleVector.broadcast(SPECIES, P3))
                    .fma(tt, DoubleVector.broadcast(SPECIES, P1));
            DoubleVector p = oddP.fma(t, evenP);

            DoubleVector minus = a.neg();
            DoubleVector square = minus.mul(a);
            DoubleVector squareLow = minus.fma(a, square.neg());
            DoubleVector shifted = square.add(squareLow)
                    .fma(DoubleVector.broadcast(SPECIES, LOG2_E), DoubleVector.broadcast(SPECIES, Bits.ROUND));
            DoubleVector k = shifted.sub(Bits.ROUND);
            DoubleVector r = k.fma(
                            DoubleVector.broadcast(SPECIES, -LN_2_LOW),
                            k.fma(DoubleVector.broadcast(SPECIES, -LN_2_HIGH), square))
                    .add(squareLow);
            DoubleVector rr = r.mul(r);
            DoubleVector evenQ = rr.fma(DoubleVector.broadcast(SPECIES, Q8), DoubleVector.broadcast(SPECIES, Q6))
                    .fma(rr, DoubleVector.broadcast(SPECIES, Q4))
                    .fma(rr, DoubleVector.broadcast(SPECIES, Q2))
                    .fma(rr, DoubleVector.broadcast(SPECIES, Q0));
            DoubleVector oddQ = rr.fma(DoubleVector.broadcast(SPECIES, Q9), DoubleVector.broadcast(SPECIES, Q7))
                    .fma(rr, DoubleVector.broadcast(SPECIES, Q5))
                    .fma(rr, DoubleVector.broadcast(SPECIES, Q3))
                    .fma(rr, DoubleVector.broadcast(SPECIES, Q1));
            LongVector power = shifted.reinterpretAsLongs();
            LongVector half = power.lanewise(LSHR, 1);
            DoubleVector first =
                    half.lanewise(LSHL, Bits.EXPONENT_SHIFT).add(Bits.ONE).reinterpretAsDoubles();
            DoubleVector second = power.sub(half)
                    .lanewise(LSHL, Bits.EXPONENT_SHIFT)
                    .add(Bits.ONE)
                    .reinterpretAsDoubles();
            DoubleVector e =
                    oddQ.fma(r, evenQ).fma(r, one).fma(r, one).mul(first).mul(second);
            DoubleVector complement = e.mul(p.div(a.fma(DoubleVector.broadcast(SPECIES, 2), one)));

            DoubleVector erf = small.blend(one.sub(complement), large).mul(sign);
            DoubleVector erfc = one.sub(small).blend(complement, large);
            erfc = erfc.blend(DoubleVector.broadcast(SPECIES, 2).sub(erfc), given.compare(LT, 0));
            erf.blend(erfc, wanted).intoArray(out, i);
        }
    }
}
