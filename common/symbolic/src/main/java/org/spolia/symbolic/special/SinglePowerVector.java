package org.spolia.symbolic.special;

import static jdk.incubator.vector.VectorOperators.EQ;
import static jdk.incubator.vector.VectorOperators.GT;
import static jdk.incubator.vector.VectorOperators.LE;
import static jdk.incubator.vector.VectorOperators.LSHL;
import static jdk.incubator.vector.VectorOperators.LSHR;
import static jdk.incubator.vector.VectorOperators.LT;
import static jdk.incubator.vector.VectorOperators.XOR;
import static org.spolia.symbolic.special.Exponential.LOG2_E;
import static org.spolia.symbolic.special.Logarithm.BIAS;
import static org.spolia.symbolic.special.Logarithm.CARRY;
import static org.spolia.symbolic.special.Logarithm.SQRT_HALF;
import static org.spolia.symbolic.special.SinglePower.*;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorSpecies;

/** {@link SinglePower} over arrays of floats widened to doubles, with equal bits after rounding. */
public final class SinglePowerVector {

    private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;

    private SinglePowerVector() {}

    /** {@code out[i] = pow(x[i], y[i])} for {@code i < n}, a multiple of 16; {@code out} may be an operand. */
    public static void pow(double[] x, double[] y, double[] out, int n) {
        int i = 0;
        while ((i = positive(x, y, out, i, n)) < n) {
            int end = i + SPECIES.length();
            if (plain(x, y, out, i, end) < end) {
                for (int j = i; j < end; j++) {
                    out[j] = SinglePower.wide(x[j], y[j]);
                }
            }
            i = end;
        }
    }

    /** Runs up to the first vector with a base that is not positive and finite or an exponent that is not plain. */
    private static int positive(double[] x, double[] y, double[] out, int from, int n) {
        for (int i = from; i < n; i += SPECIES.length()) {
            DoubleVector base = DoubleVector.fromArray(SPECIES, x, i);
            DoubleVector exponent = DoubleVector.fromArray(SPECIES, y, i);
            if (!base.compare(GT, 0)
                    .and(base.compare(LE, Double.MAX_VALUE))
                    .and(exponent.abs().compare(LT, Power.PLAIN_EXPONENT))
                    .allTrue()) {
                return i;
            }
            exponential(exponent.mul(logarithm(base))).intoArray(out, i);
        }
        return n;
    }

    /** Bases of either sign and zero, up to the first vector with a lane that is not plain. Returns its index, or n. */
    private static int plain(double[] x, double[] y, double[] out, int from, int n) {
        for (int i = from; i < n; i += SPECIES.length()) {
            DoubleVector base = DoubleVector.fromArray(SPECIES, x, i);
            DoubleVector exponent = DoubleVector.fromArray(SPECIES, y, i);
            VectorMask<Double> zero = base.compare(EQ, 0);
            DoubleVector size = base.abs().blend(1, zero);
            VectorMask<Double> plain = exponent.abs()
                    .compare(LT, Power.PLAIN_EXPONENT)
                    .and(size.compare(LE, Double.MAX_VALUE))
                    .and(exponent.compare(GT, 0).or(zero.not()));
            if (!plain.allTrue()) {
                return i;
            }
            DoubleVector power = exponential(exponent.mul(logarithm(size))).blend(0, zero);
            DoubleVector rounded = exponent.add(Bits.ROUND);
            LongVector parity = rounded.reinterpretAsLongs().lanewise(LSHL, 63);
            DoubleVector signed = power.reinterpretAsLongs()
                    .lanewise(XOR, base.reinterpretAsLongs().and(parity))
                    .reinterpretAsDoubles();
            power.blend(Double.NaN, base.compare(LT, 0))
                    .blend(signed, rounded.sub(Bits.ROUND).compare(EQ, exponent))
                    .intoArray(out, i);
        }
        return n;
    }

    /** The logarithm of positive finite values. */
    private static DoubleVector logarithm(DoubleVector x) {
        LongVector carried = x.reinterpretAsLongs().add(CARRY);
        DoubleVector k = carried.lanewise(LSHR, Bits.EXPONENT_SHIFT)
                .or(Bits.TWO_52_BITS)
                .reinterpretAsDoubles()
                .sub(BIAS);
        DoubleVector m = carried.and(Bits.FRACTION).add(SQRT_HALF).reinterpretAsDoubles();
        DoubleVector s = m.sub(1).div(m.add(1));
        DoubleVector z = s.mul(s);
        DoubleVector w = z.mul(z);
        DoubleVector even = w.fma(DoubleVector.broadcast(SPECIES, R4), DoubleVector.broadcast(SPECIES, R2))
                .fma(w, DoubleVector.broadcast(SPECIES, R0));
        DoubleVector odd = w.fma(DoubleVector.broadcast(SPECIES, R3), DoubleVector.broadcast(SPECIES, R1));
        return k.fma(DoubleVector.broadcast(SPECIES, LN_2), s.mul(z).fma(odd.fma(z, even), s.add(s)));
    }

    /** The exponential of values that are first clamped to the range of a float. */
    private static DoubleVector exponential(DoubleVector x) {
        DoubleVector product = x.blend(CLAMP, x.compare(GT, CLAMP)).blend(-CLAMP, x.compare(LT, -CLAMP));
        DoubleVector shifted =
                product.fma(DoubleVector.broadcast(SPECIES, LOG2_E), DoubleVector.broadcast(SPECIES, Bits.ROUND));
        DoubleVector r = shifted.sub(Bits.ROUND).fma(DoubleVector.broadcast(SPECIES, -LN_2), product);
        DoubleVector rr = r.mul(r);
        DoubleVector even = rr.fma(DoubleVector.broadcast(SPECIES, Q4), DoubleVector.broadcast(SPECIES, Q2))
                .fma(rr, DoubleVector.broadcast(SPECIES, Q0));
        DoubleVector odd = rr.fma(DoubleVector.broadcast(SPECIES, Q5), DoubleVector.broadcast(SPECIES, Q3))
                .fma(rr, DoubleVector.broadcast(SPECIES, Q1));
        DoubleVector one = DoubleVector.broadcast(SPECIES, 1);
        return odd.fma(r, even)
                .fma(r, one)
                .fma(r, one)
                .reinterpretAsLongs()
                .add(shifted.reinterpretAsLongs().lanewise(LSHL, Bits.EXPONENT_SHIFT))
                .reinterpretAsDoubles();
    }
}
