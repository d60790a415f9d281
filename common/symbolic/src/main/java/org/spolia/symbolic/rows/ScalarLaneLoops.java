package org.spolia.symbolic.rows;

/** The additions in plain Java. */
final class ScalarLaneLoops implements LaneLoops {
    private final double[] next = new double[LEVELS * LANES];

    @Override
    public int stride() {
        return LANES;
    }

    @Override
    public boolean add(double[] values, int from, int to, double[] lanes, double limit) {
        System.arraycopy(lanes, 0, next, 0, next.length);
        for (int row = from; row < to; row++) {
            if (!addTo(next, (row - from) % LANES, values[row], limit)) {
                return false;
            }
        }
        System.arraycopy(next, 0, lanes, 0, next.length);
        return true;
    }

    @Override
    public boolean fit(double[] values, int from, int to, double largest) {
        return fits(values, from, to, largest);
    }

    static boolean fits(double[] values, int from, int to, double largest) {
        boolean fit = true;
        for (int row = from; row < to; row++) {
            fit &= Math.abs(values[row]) <= largest;
        }
        return fit;
    }

    /** Returns false, and may have changed the lane, if the value does not fit. */
    static boolean addTo(double[] lanes, int lane, double value, double limit) {
        if (!(Math.abs(value) <= limit)) {
            return false;
        }
        double rest = value;
        for (int level = lane; level < LEVELS * LANES; level += LANES) {
            double sum = lanes[level] + rest;
            rest -= sum - lanes[level];
            lanes[level] = sum;
        }
        return rest == 0;
    }
}
