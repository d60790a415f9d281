package org.spolia.symbolic.special;

import java.util.function.DoubleSupplier;

/**
 * Random arguments: each method is a distribution. The generator is SplitMix64, written out so that no JDK changes it.
 */
final class Samples {

    private static final double[] SPECIAL = {
        0.0,
        Double.MIN_VALUE,
        0x1.fffffffffffffp-1023,
        Double.MIN_NORMAL,
        0x1p-512,
        0x1p-60,
        0x1p-28,
        0.1,
        0.25,
        0.375,
        0.4,
        0.5,
        Math.nextDown(1.0),
        1.0,
        Math.nextUp(1.0),
        1.5,
        2.0,
        Math.E,
        3.0,
        Math.PI,
        4.0,
        5.0,
        7.5,
        10.0,
        20.0,
        22.0,
        100.0,
        355.0,
        707.9,
        708.0,
        709.78,
        709.8,
        745.1,
        745.2,
        800.0,
        1000.0,
        0x1p20,
        0x1p31,
        0x1p51,
        0x1p52,
        0x1p53,
        0x1p54,
        0x1p63,
        1e100,
        1e300,
        Double.MAX_VALUE,
        Double.POSITIVE_INFINITY,
        Double.NaN
    };

    private long state;

    Samples(long seed) {
        state = seed;
    }

    long bits() {
        state += 0x9e3779b97f4a7c15L;
        long z = (state ^ (state >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }

    /** All doubles with equal weight, including NaNs and infinities. */
    double anyDouble() {
        return Double.longBitsToDouble(bits());
    }

    double between(double low, double high) {
        return low + (high - low) * ((bits() >>> 11) * 0x1p-53);
    }

    /** Either sign, magnitudes between 2^-40 and 2^40 with equal weight for each binade. */
    double anyMagnitude() {
        double power = Math.scalb(1.0, (int) Math.floorMod(bits(), 80L) - 40);
        return between(1, 2) * power * (bits() < 0 ? -1 : 1);
    }

    /** Subnormal numbers and zeros of either sign. */
    double subnormal() {
        return Double.longBitsToDouble(bits() & (Bits.SIGN | Bits.FRACTION));
    }

    /** The double nearest to a multiple of pi/2, or one next to it. */
    double nearTurn() {
        return (bits() % 1_000_000) * (Math.PI / 2) * (1 + Math.floorMod(bits(), 3L) * 0x1p-52);
    }

    /** Domain edges, thresholds of the kernels and other landmarks, with up to two ulps added. */
    double landmark() {
        double x = SPECIAL[(int) Math.floorMod(bits(), (long) SPECIAL.length)];
        long neighbour = Double.doubleToRawLongBits(x) + Math.floorMod(bits(), 5L) - 2;
        return Double.longBitsToDouble(neighbour ^ (bits() & Bits.SIGN));
    }

    /** Integers and halves of integers, small ones more often. */
    double half() {
        return (double) ((bits() >> 4) >> Math.floorMod(bits(), 60L)) / 2;
    }

    /** Mostly ordinary values with a few of the others: vectors of mixed lanes. */
    double strewn(double low, double high) {
        return switch ((int) Math.floorMod(bits(), 24L)) {
            case 0 -> anyDouble();
            case 1 -> landmark();
            case 2 -> subnormal();
            default -> between(low, high);
        };
    }

    static double[] fill(int n, DoubleSupplier distribution) {
        double[] values = new double[n];
        for (int i = 0; i < n; i++) {
            values[i] = distribution.getAsDouble();
        }
        return values;
    }
}
