package org.spolia.symbolic.rows;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * The exact sum of any finite doubles, so the order of additions does not matter. The number is held in limbs of 32
 * bits, as far as its digits reach, with the carries in the upper halves of longs (the small superaccumulator of Neal,
 * arXiv:1505.05571). {@link #value()} rounds once. Not thread-safe.
 */
public final class ExactSum {
    private static final int LIMB_BITS = 32;
    private static final long LIMB = 0xFFFF_FFFFL;
    private static final int FRACTION_BITS = 52;
    private static final long FRACTION = (1L << FRACTION_BITS) - 1;
    private static final int NOT_FINITE = 0x7FF;

    /** The exponent of the lowest bit of the lowest limb: that of the smallest double. */
    private static final int LOWEST = -1074;

    /** An addition changes a limb by less than 2^32, so a limb stays far below 2^63. */
    private static final int MOST_ADDITIONS = 1 << 29;

    private long[] limbs = new long[0];
    private int first;
    private int additions;

    /**
     * Adds a value.
     *
     * @throws IllegalArgumentException if it is not finite
     */
    public void add(double value) {
        long bits = Double.doubleToRawLongBits(value);
        int exponent = (int) (bits >>> FRACTION_BITS) & NOT_FINITE;
        if (exponent == NOT_FINITE) {
            throw new IllegalArgumentException("A sum takes finite values only: " + value);
        }
        long digits = bits & FRACTION;
        if (exponent > 0) {
            digits |= FRACTION + 1;
            exponent--;
        }
        if (digits == 0) {
            return;
        }
        int limb = exponent / LIMB_BITS;
        int shift = exponent % LIMB_BITS;
        int at = reserve(limb, limb + 3);
        long low = (digits << shift) & LIMB;
        long middle = (digits >>> (LIMB_BITS - shift)) & LIMB;
        // A shift by 64 would be one by 0.
        long high = digits >>> (2 * LIMB_BITS - 1 - shift) >>> 1;
        if (bits < 0) {
            limbs[at] -= low;
            limbs[at + 1] -= middle;
            limbs[at + 2] -= high;
        } else {
            limbs[at] += low;
            limbs[at + 1] += middle;
            limbs[at + 2] += high;
        }
        additions++;
        if (additions == MOST_ADDITIONS) {
            carry();
        }
    }

    /** Adds the values at {@code from} (inclusive) to {@code to} (exclusive), all of them finite. */
    public void add(double[] values, int from, int to) {
        RunningSum running = new RunningSum(LaneLoops.preferred());
        running.add(this, values, from, to);
        running.flush();
    }

    /** Adds the exact value of another sum, which keeps its value. */
    public void add(ExactSum other) {
        if (other.limbs.length == 0) {
            return;
        }
        carry();
        other.carry();
        int at = reserve(other.first, other.first + other.limbs.length);
        for (int i = 0; i < other.limbs.length; i++) {
            limbs[at + i] += other.limbs[i];
        }
        additions++;
    }

    /** Makes room for limbs, and returns the place of the one at {@code from}. */
    private int reserve(int from, int to) {
        if (limbs.length == 0) {
            first = from;
            limbs = new long[to - from];
            return 0;
        }
        int low = Math.min(first, from);
        int high = Math.max(first + limbs.length, to);
        if (high - low > limbs.length) {
            long[] wider = new long[high - low];
            System.arraycopy(limbs, 0, wider, first - low, limbs.length);
            limbs = wider;
            first = low;
        }
        return from - first;
    }

    /** Leaves limbs of 32 bits, except for the highest one, which has the sign. */
    private void carry() {
        additions = 0;
        long carry = 0;
        for (int i = 0; i < limbs.length; i++) {
            long limb = limbs[i] + carry;
            carry = limb >> LIMB_BITS;
            limbs[i] = limb & LIMB;
        }
        if (carry != 0) {
            limbs = Arrays.copyOf(limbs, limbs.length + 1);
            limbs[limbs.length - 1] = carry;
        }
    }

    /** Returns the sum, rounded once to the nearest double, ties to even. */
    public double value() {
        Digits digits = digits();
        int count = digits.limbs.length;
        if (count == 0) {
            return 0;
        }
        int lowest = digits.first * LIMB_BITS;
        int length = lowest + count * LIMB_BITS - (Long.numberOfLeadingZeros(digits.limbs[count - 1]) - LIMB_BITS);
        int kept = Math.max(0, length - FRACTION_BITS - 1);
        long mantissa = digits.bits(kept, FRACTION_BITS + 1);
        if (kept > 0 && digits.bits(kept - 1, 1) == 1 && (mantissa % 2 == 1 || digits.anyBelow(kept - 1))) {
            mantissa++;
        }
        double magnitude = Math.scalb((double) mantissa, kept + LOWEST);
        return digits.negative ? -magnitude : magnitude;
    }

    /** The sign and the magnitude, without zero limbs at the ends: equal for equal numbers. */
    private Digits digits() {
        carry();
        long[] copy = limbs.clone();
        boolean negative = copy.length > 0 && copy[copy.length - 1] < 0;
        if (negative) {
            long carry = 0;
            for (int i = 0; i < copy.length; i++) {
                long limb = carry - copy[i];
                carry = limb >> LIMB_BITS;
                copy[i] = limb & LIMB;
            }
        }
        int from = 0;
        int to = copy.length;
        while (to > 0 && copy[to - 1] == 0) {
            to--;
        }
        while (from < to && copy[from] == 0) {
            from++;
        }
        return new Digits(negative, from == to ? 0 : first + from, Arrays.copyOfRange(copy, from, to));
    }

    /** Returns the bytes of the number, which are equal for equal sums. */
    public byte[] toBytes() {
        Digits digits = digits();
        ByteBuffer bytes = ByteBuffer.allocate(Short.BYTES + Byte.BYTES * 2 + digits.limbs.length * Integer.BYTES);
        bytes.putShort((short) digits.first);
        bytes.put((byte) digits.limbs.length);
        bytes.put((byte) (digits.negative ? 1 : 0));
        for (long limb : digits.limbs) {
            bytes.putInt((int) limb);
        }
        return bytes.array();
    }

    /** Reads the bytes of {@link #toBytes} from the position of a buffer. */
    public static ExactSum read(ByteBuffer bytes) {
        ExactSum sum = new ExactSum();
        sum.first = bytes.getShort();
        sum.limbs = new long[bytes.get()];
        boolean negative = bytes.get() == 1;
        for (int i = 0; i < sum.limbs.length; i++) {
            long limb = bytes.getInt() & LIMB;
            sum.limbs[i] = negative ? -limb : limb;
        }
        return sum;
    }

    /** Reads the bytes of {@link #toBytes}. */
    public static ExactSum fromBytes(byte[] bytes) {
        return read(ByteBuffer.wrap(bytes));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ExactSum sum && Arrays.equals(toBytes(), sum.toBytes());
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(toBytes());
    }

    @Override
    public String toString() {
        return Double.toString(value());
    }

    /** A magnitude in limbs of 32 bits, the lowest first. */
    private record Digits(boolean negative, int first, long[] limbs) {
        /** Returns {@code count} bits from a position, at most 53. */
        long bits(int position, int count) {
            int limb = position / LIMB_BITS;
            int shift = position % LIMB_BITS;
            long low = limb(limb) >>> shift;
            long middle = limb(limb + 1) << (LIMB_BITS - shift);
            long high = shift == 0 ? 0 : limb(limb + 2) << (2 * LIMB_BITS - shift);
            return (low | middle | high) & (1L << count) - 1;
        }

        boolean anyBelow(int position) {
            for (int limb = first; limb * LIMB_BITS < position; limb++) {
                int bits = Math.min(LIMB_BITS, position - limb * LIMB_BITS);
                if ((limb(limb) & (1L << bits) - 1) != 0) {
                    return true;
                }
            }
            return false;
        }

        private long limb(int index) {
            return index < first || index >= first + limbs.length ? 0 : limbs[index - first];
        }
    }
}
