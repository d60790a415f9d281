package org.spolia.symbolic.rows;

import org.spolia.symbolic.evaluation.Kernels;

/**
 * Adds values to {@link #LANES} running sums without a rounding error. A lane is three doubles, each of which starts in
 * the middle of a binade [2^k, 2^(k+1)) and stays inside, so that it only takes multiples of 2^(k-52). What an addition
 * leaves, which is exact (Dekker, Numerische Mathematik 18 (1971) 224), goes to the next double, whose binade lies
 * {@link #STEP} lower. See Demmel and Nguyen, IEEE Transactions on Computers 64 (2015) 2060.
 */
interface LaneLoops {
    int LANES = 16;
    int LEVELS = 3;

    /** Values of a lane before it is emptied. */
    int MOST = 1 << 10;

    /** A value is at most 2^(k - HEADROOM). {@link #MOST} of them change the sum by less than half of the binade. */
    int HEADROOM = 12;

    /** Half a unit in the last place is 2^(k - 53). MOST of them stay within half of the binade of 2^(k - STEP). */
    int STEP = 41;

    /** The lanes that take the values of an array in turn. */
    int stride();

    /**
     * Adds values to the lanes.
     *
     * @param lanes level by level; unchanged if it returns false
     * @param limit 2^(k - HEADROOM)
     * @return false if a value exceeds the limit or is not finite, or has digits below the last level
     */
    boolean add(double[] values, int from, int to, double[] lanes, double limit);

    /** Returns whether no magnitude exceeds the largest, and none is NaN. */
    boolean fit(double[] values, int from, int to, double largest);

    static LaneLoops preferred() {
        return of(Kernels.preferred());
    }

    /** Returns loops with vectors if the kernels have them. Both give the same sums. */
    static LaneLoops of(Kernels kernels) {
        return kernels.vectorBits() > 0 ? new LaneVectorKernels() : new ScalarLaneLoops();
    }
}
