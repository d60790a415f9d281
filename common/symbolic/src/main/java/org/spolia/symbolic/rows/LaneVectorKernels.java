package org.spolia.symbolic.rows;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/** The additions in vectors of the machine's preferred width. */
final class LaneVectorKernels implements LaneLoops {
    private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;
    private static final int WIDTH = SPECIES.length();
    private static final int PAIR = 2 * WIDTH;
    private static final long MAGNITUDE = Long.MAX_VALUE;

    private final double[] next = new double[LEVELS * LANES];

    @Override
    public int stride() {
        return PAIR;
    }

    @Override
    public boolean add(double[] values, int from, int to, double[] lanes, double limit) {
        System.arraycopy(lanes, 0, next, 0, next.length);
        int whole = to - (to - from) % PAIR;
        if (!plain(values, from, whole, next, limit)) {
            return false;
        }
        for (int row = whole; row < to; row++) {
            if (!ScalarLaneLoops.addTo(next, row - whole, values[row], limit)) {
                return false;
            }
        }
        System.arraycopy(next, 0, lanes, 0, next.length);
        return true;
    }

    /** Adds an even number of vectors. The lanes beyond two vectors stay as they are. */
    private static boolean plain(double[] values, int from, int to, double[] lanes, double limit) {
        DoubleVector low0 = DoubleVector.fromArray(SPECIES, lanes, 0);
        DoubleVector low1 = DoubleVector.fromArray(SPECIES, lanes, LANES);
        DoubleVector low2 = DoubleVector.fromArray(SPECIES, lanes, 2 * LANES);
        DoubleVector high0 = DoubleVector.fromArray(SPECIES, lanes, WIDTH);
        DoubleVector high1 = DoubleVector.fromArray(SPECIES, lanes, LANES + WIDTH);
        DoubleVector high2 = DoubleVector.fromArray(SPECIES, lanes, 2 * LANES + WIDTH);
        LongVector left = DoubleVector.zero(SPECIES).reinterpretAsLongs();
        VectorMask<Double> fits = SPECIES.maskAll(true);
        for (int row = from; row < to; row += PAIR) {
            DoubleVector low = DoubleVector.fromArray(SPECIES, values, row);
            DoubleVector high = DoubleVector.fromArray(SPECIES, values, row + WIDTH);
            fits = fits.and(low.abs().compare(VectorOperators.LE, limit))
                    .and(high.abs().compare(VectorOperators.LE, limit));
            DoubleVector lowSum = low0.add(low);
            low = low.sub(lowSum.sub(low0));
            low0 = lowSum;
            DoubleVector highSum = high0.add(high);
            high = high.sub(highSum.sub(high0));
            high0 = highSum;
            lowSum = low1.add(low);
            low = low.sub(lowSum.sub(low1));
            low1 = lowSum;
            highSum = high1.add(high);
            high = high.sub(highSum.sub(high1));
            high1 = highSum;
            lowSum = low2.add(low);
            low = low.sub(lowSum.sub(low2));
            low2 = lowSum;
            highSum = high2.add(high);
            high = high.sub(highSum.sub(high2));
            high2 = highSum;
            left = left.or(low.reinterpretAsLongs()).or(high.reinterpretAsLongs());
        }
        low0.intoArray(lanes, 0);
        low1.intoArray(lanes, LANES);
        low2.intoArray(lanes, 2 * LANES);
        high0.intoArray(lanes, WIDTH);
        high1.intoArray(lanes, LANES + WIDTH);
        high2.intoArray(lanes, 2 * LANES + WIDTH);
        return fits.allTrue() && (left.reduceLanes(VectorOperators.OR) & MAGNITUDE) == 0;
    }

    @Override
    public boolean fit(double[] values, int from, int to, double largest) {
        int whole = to - (to - from) % PAIR;
        return plainFit(values, from, whole, largest) && ScalarLaneLoops.fits(values, whole, to, largest);
    }

    private static boolean plainFit(double[] values, int from, int to, double largest) {
        VectorMask<Double> fit = SPECIES.maskAll(true);
        for (int row = from; row < to; row += PAIR) {
            DoubleVector low = DoubleVector.fromArray(SPECIES, values, row).abs();
            DoubleVector high =
                    DoubleVector.fromArray(SPECIES, values, row + WIDTH).abs();
            fit = fit.and(low.compare(VectorOperators.LE, largest)).and(high.compare(VectorOperators.LE, largest));
        }
        return fit.allTrue();
    }
}
