package org.spolia.symbolic.special;

import static jdk.incubator.vector.VectorOperators.EQ;
import static jdk.incubator.vector.VectorOperators.GE;
import static jdk.incubator.vector.VectorOperators.GT;
import static jdk.incubator.vector.VectorOperators.LE;
import static jdk.incubator.vector.VectorOperators.LSHL;
import static jdk.incubator.vector.VectorOperators.LSHR;
import static jdk.incubator.vector.VectorOperators.LT;
import static jdk.incubator.vector.VectorOperators.XOR;
import static org.spolia.symbolic.special.Exponential.*;
import static org.spolia.symbolic.special.Logarithm.BIAS;
import static org.spolia.symbolic.special.Logarithm.CARRY;
import static org.spolia.symbolic.special.Logarithm.SQRT_HALF;
import static org.spolia.symbolic.special.LongLogarithm.*;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorSpecies;

/** {@link Power} over arrays, with equal bits. A constant gives the same bits as a column of that constant. */
public final class PowerVector {

    private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;

    private PowerVector() {}

    /** {@code out[i] = pow(x[i], y[i])} for {@code i < n}, a multiple of 16; {@code out} may be an operand. */
    public static void pow(double[] x, double[] y, double[] out, int n) {
        pow(x, y, false, 0, out, n);
    }

    /** {@code out[i] = pow(x[i], y)} for {@code i < n}, a multiple of 16; {@code out} may be {@code x}. */
    public static void powConstantExponent(double[] x, double y, double[] out, int n) {
        pow(x, x, true, y, out, n);
    }

    /** {@code out[i] = pow(x, y[i])} for {@code i < n}, a multiple of 16; {@code out} may be {@code y}. */
    public static void powConstantBase(double x, double[] y, double[] out, int n) {
        LongLogarithm log = Power.logarithm(x);
        boolean positive = x > 0 && x <= Double.MAX_VALUE;
        int i = 0;
        while ((i = positive ? plain(log.high(), log.low(), y, out, i, n) : i) < n) {
            for (int end = i + SPECIES.length(); i < end; i++) {
                out[i] = Power.pow(x, y[i], log);
            }
        }
    }

    private static void pow(double[] x, double[] y, boolean constant, double exponent, double[] out, int n) {
        int i = 0;
        while ((i = plain(x, y, constant, exponent, out, i, n)) < n) {
            for (int end = i + SPECIES.length(); i < end; i++) {
                out[i] = Power.pow(x[i], constant ? exponent : y[i]);
            }
        }
    }

    /**
     * The exponential of y (high + low), up to the first vector with a lane beyond the limit. Returns its index, or n.
     */
    private static int plain(double high, double low, double[] y, double[] out, int from, int n) {
        for (int i = from; i < n; i += SPECIES.length()) {
            DoubleVector exponent = DoubleVector.fromArray(SPECIES, y, i);
            DoubleVector product = exponent.mul(high);
            if (!product.abs().compare(LT, PLAIN).allTrue()) {
                return i;
            }
            DoubleVector remainder = exponent.fma(
                    DoubleVector.broadcast(SPECIES, low),
                    exponent.fma(DoubleVector.broadcast(SPECIES, high), product.neg()));
            DoubleVector shifted = product.add(remainder)
                    .fma(DoubleVector.broadcast(SPECIES, LOG2_E), DoubleVector.broadcast(SPECIES, Bits.ROUND));
            DoubleVector k = shifted.sub(Bits.ROUND);
            DoubleVector r = k.fma(
                            DoubleVector.broadcast(SPECIES, -LN_2_LOW),
                            k.fma(DoubleVector.broadcast(SPECIES, -LN_2_HIGH), product))
                    .add(remainder);
            DoubleVector z = r.mul(r);
            DoubleVector even = z.fma(DoubleVector.broadcast(SPECIES, Q8), DoubleVector.broadcast(SPECIES, Q6))
                    .fma(z, DoubleVector.broadcast(SPECIES, Q4))
                    .fma(z, DoubleVector.broadcast(SPECIES, Q2))
                    .fma(z, DoubleVector.broadcast(SPECIES, Q0));
            DoubleVector odd = z.fma(DoubleVector.broadcast(SPECIES, Q9), DoubleVector.broadcast(SPECIES, Q7))
                    .fma(z, DoubleVector.broadcast(SPECIES, Q5))
                    .fma(z, DoubleVector.broadcast(SPECIES, Q3))
                    .fma(z, DoubleVector.broadcast(SPECIES, Q1));
            DoubleVector one = DoubleVector.broadcast(SPECIES, 1);
            odd.fma(r, even)
                    .fma(r, one)
                    .fma(r, one)
                    .reinterpretAsLongs()
                    .add(shifted.reinterpretAsLongs().lanewise(LSHL, Bits.EXPONENT_SHIFT))
                    .reinterpretAsDoubles()
                    .intoArray(out, i);
        }
        return n;
    }

    /**
     * Runs up to the first vector with a lane that is not plain. Returns its index, or n. The steps are those of
     * {@link LongLogarithm}, {@link Exponential} and {@link Power}.
     */
    private static int plain(
            double[] x, double[] y, boolean constant, double constantExponent, double[] out, int from, int n) {
        VectorMask<Double> replaced = SPECIES.maskAll(constant);
        for (int i = from; i < n; i += SPECIES.length()) {
            DoubleVector base = DoubleVector.fromArray(SPECIES, x, i);
            DoubleVector exponent = DoubleVector.fromArray(SPECIES, y, i).blend(constantExponent, replaced);
            VectorMask<Double> zero = base.compare(EQ, 0);
            DoubleVector size = base.abs().blend(1, zero);

            LongVector carried = size.reinterpretAsLongs().add(CARRY);
            DoubleVector k = carried.lanewise(LSHR, Bits.EXPONENT_SHIFT)
                    .or(Bits.TWO_52_BITS)
                    .reinterpretAsDoubles()
                    .sub(BIAS);
            DoubleVector m = carried.and(Bits.FRACTION).add(SQRT_HALF).reinterpretAsDoubles();
            DoubleVector f = m.sub(1);
            DoubleVector g = m.add(1);
            DoubleVector gLow = m.sub(g.sub(1));
            DoubleVector inverse = DoubleVector.broadcast(SPECIES, 1).div(g);
            DoubleVector s = f.mul(inverse);
            DoubleVector minus = s.neg();
            DoubleVector sLow = minus.fma(gLow, minus.fma(g, f)).mul(inverse);
            DoubleVector z = s.mul(s);
            DoubleVector zLow = s.fma(s, z.neg());
            DoubleVector cube = s.mul(z);
            DoubleVector cubeLow = s.fma(zLow, s.fma(z, cube.neg()));
            DoubleVector w = z.mul(z);
            DoubleVector even = w.fma(DoubleVector.broadcast(SPECIES, T6), DoubleVector.broadcast(SPECIES, T4))
                    .fma(w, DoubleVector.broadcast(SPECIES, T2))
                    .fma(w, DoubleVector.broadcast(SPECIES, T0));
            DoubleVector odd = w.fma(DoubleVector.broadcast(SPECIES, T5), DoubleVector.broadcast(SPECIES, T3))
                    .fma(w, DoubleVector.broadcast(SPECIES, T1));
            DoubleVector tail = odd.fma(z, even).mul(z);
            DoubleVector twoThirds = DoubleVector.broadcast(SPECIES, TWO_THIRDS_HIGH);
            DoubleVector v = cube.mul(TWO_THIRDS_HIGH);
            DoubleVector vLow = cube.fma(twoThirds, v.neg());
            DoubleVector rest = cubeLow.fma(twoThirds, cube.fma(DoubleVector.broadcast(SPECIES, TWO_THIRDS_LOW), vLow));
            rest = sLow.fma(z, sLow).fma(DoubleVector.broadcast(SPECIES, 2), cube.fma(tail, rest));
            DoubleVector twice = s.add(s);
            DoubleVector h = twice.add(v);
            DoubleVector l = twice.sub(h).add(v);
            DoubleVector whole = k.mul(LN_2_HIGH);
            DoubleVector high = whole.add(h);
            DoubleVector low =
                    whole.sub(high).add(h).add(l.add(k.fma(DoubleVector.broadcast(SPECIES, LN_2_LOW), rest)));

            DoubleVector product = exponent.mul(high);
            VectorMask<Double> plain = product.abs()
                    .compare(LT, PLAIN)
                    .and(exponent.abs().compare(LT, Power.PLAIN_EXPONENT))
                    .and(size.compare(GE, Double.MIN_NORMAL))
                    .and(size.compare(LE, Double.MAX_VALUE))
                    .and(exponent.compare(GT, 0).or(zero.not()));
            if (!plain.allTrue()) {
                return i;
            }
            DoubleVector remainder = exponent.fma(low, exponent.fma(high, product.neg()));
            DoubleVector shifted = product.add(remainder)
                    .fma(DoubleVector.broadcast(SPECIES, LOG2_E), DoubleVector.broadcast(SPECIES, Bits.ROUND));
            DoubleVector t = shifted.sub(Bits.ROUND);
            DoubleVector r = t.fma(
                            DoubleVector.broadcast(SPECIES, -LN_2_LOW),
                            t.fma(DoubleVector.broadcast(SPECIES, -LN_2_HIGH), product))
                    .add(remainder);
            DoubleVector rr = r.mul(r);
            DoubleVector evenQ = rr.fma(DoubleVector.broadcast(SPECIES, Q8), DoubleVector.broadcast(SPECIES, Q6))
                    .fma(rr, DoubleVector.broadcast(SPECIES, Q4))
                    .fma(rr, DoubleVector.broadcast(SPECIES, Q2))
                    .fma(rr, DoubleVector.broadcast(SPECIES, Q0));
            DoubleVector oddQ = rr.fma(DoubleVector.broadcast(SPECIES, Q9), DoubleVector.broadcast(SPECIES, Q7))
                    .fma(rr, DoubleVector.broadcast(SPECIES, Q5))
                    .fma(rr, DoubleVector.broadcast(SPECIES, Q3))
                    .fma(rr, DoubleVector.broadcast(SPECIES, Q1));
            DoubleVector one = DoubleVector.broadcast(SPECIES, 1);
            DoubleVector power = oddQ.fma(r, evenQ)
                    .fma(r, one)
                    .fma(r, one)
                    .reinterpretAsLongs()
                    .add(shifted.reinterpretAsLongs().lanewise(LSHL, Bits.EXPONENT_SHIFT))
                    .reinterpretAsDoubles()
                    .blend(0, zero);

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
}
