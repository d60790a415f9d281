package org.spolia.symbolic.special;

/**
 * The exponential function, within 1 ulp on the whole line.
 *
 * <p>x = k ln 2 + r with {@code |r| <= ln 2 / 2}, the product k ln 2 in two parts; e^r = 1 + r (1 + r Q(r)) with Q a
 * polynomial of degree 9 evaluated as its even and its odd part, two chains that run side by side; then 2^k goes into
 * the exponent.
 */
public final class Exponential {

    static final double LOG2_E = 1.4426950408889634;
    /** ln 2 = HIGH + LOW; HIGH has 42 bits, so that k HIGH is exact. */
    static final double LN_2_HIGH = 0.6931471805598903;

    static final double LN_2_LOW = 5.497923018708371e-14;

    static final double Q0 = 0.5000000000000012;
    static final double Q1 = 0.16666666666666471;
    static final double Q2 = 0.04166666666651975;
    static final double Q3 = 0.008333333333458665;
    static final double Q4 = 0.0013888888945921057;
    static final double Q5 = 0.00019841269581196487;
    static final double Q6 = 2.4801491030993337e-05;
    static final double Q7 = 2.755752164644174e-06;
    static final double Q8 = 2.763090755114223e-07;
    static final double Q9 = 2.5020187773430693e-08;

    /** Up to here 2^k is a normal number and may be added to the exponent of e^r. */
    static final double PLAIN = 708;
    /** Beyond this the result is 0 or infinite, and 2^(k/2) is still a normal number. */
    static final double CLAMP = 800;

    private Exponential() {}

    public static double exp(double x) {
        if (Math.abs(x) < PLAIN) {
            double shifted = Math.fma(x, LOG2_E, Bits.ROUND);
            long power = Double.doubleToRawLongBits(shifted) << Bits.EXPONENT_SHIFT;
            double y = ofReduced(reduced(x, shifted));
            return Double.longBitsToDouble(Double.doubleToRawLongBits(y) + power);
        }
        return exp(x > CLAMP ? CLAMP : x < -CLAMP ? -CLAMP : x, 0);
    }

    /**
     * The exponential of x + low for x between -CLAMP and CLAMP. It multiplies by 2^(k/2) twice, since 2^k itself may
     * overflow or be subnormal; only the last product rounds.
     */
    static double exp(double x, double low) {
        double shifted = Math.fma(x + low, LOG2_E, Bits.ROUND);
        long power = Double.doubleToRawLongBits(shifted);
        long half = power >>> 1;
        double first = Double.longBitsToDouble((half << Bits.EXPONENT_SHIFT) + Bits.ONE);
        double second = Double.longBitsToDouble(((power - half) << Bits.EXPONENT_SHIFT) + Bits.ONE);
        return ofReduced(reduced(x, shifted) + low) * first * second;
    }

    /** x - k ln 2 for the k that `shifted` holds. */
    private static double reduced(double x, double shifted) {
        double k = shifted - Bits.ROUND;
        return Math.fma(k, -LN_2_LOW, Math.fma(k, -LN_2_HIGH, x));
    }

    /** e^r for {@code |r| <= ln 2 / 2}. */
    private static double ofReduced(double r) {
        double z = r * r;
        double even = Math.fma(Math.fma(Math.fma(Math.fma(Q8, z, Q6), z, Q4), z, Q2), z, Q0);
        double odd = Math.fma(Math.fma(Math.fma(Math.fma(Q9, z, Q7), z, Q5), z, Q3), z, Q1);
        return Math.fma(Math.fma(Math.fma(odd, r, even), r, 1), r, 1);
    }
}
