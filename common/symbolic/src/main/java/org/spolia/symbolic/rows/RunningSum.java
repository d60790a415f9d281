package org.spolia.symbolic.rows;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Adds arrays to exact sums, one sum at a time, through {@link LaneLoops}. Values that do not fit the lanes are added
 * one by one, so a result is exact whatever the values are. The lanes reach {@link #flush} later.
 */
final class RunningSum {
    /** Fewer values are added one by one: to empty the lanes costs as much. */
    private static final int FEW = 48;

    /** Room above the largest value seen, so that a slightly larger one fits. */
    private static final int SPARE = 2;

    private static final int LARGEST_EXPONENT = 1000;
    private static final int SMALLEST_EXPONENT = -900;

    private final LaneLoops loops;
    private final double[] lanes = new double[LaneLoops.LEVELS * LaneLoops.LANES];
    private final double[] origins = new double[LaneLoops.LEVELS];
    private @Nullable ExactSum target;
    private double limit;
    private int used;

    RunningSum(LaneLoops loops) {
        this.loops = loops;
    }

    /** Returns as many for each candidate as it has sums. */
    static RunningSum[][] forEach(int[] counts, LaneLoops loops) {
        RunningSum[][] all = new RunningSum[counts.length][];
        for (int candidate = 0; candidate < counts.length; candidate++) {
            all[candidate] = new RunningSum[counts[candidate]];
            for (int i = 0; i < counts[candidate]; i++) {
                all[candidate][i] = new RunningSum(loops);
            }
        }
        return all;
    }

    static void flush(RunningSum[][] all) {
        for (RunningSum[] ofCandidate : all) {
            for (RunningSum sum : ofCandidate) {
                sum.flush();
            }
        }
    }

    /** Adds finite values. */
    void add(ExactSum sum, double[] values, int from, int to) {
        if (!addIfFits(sum, values, from, to)) {
            addAnew(sum, values, from, to);
        }
    }

    /** Adds values of any kind. Returns false, and adds nothing, if one is not finite or the lanes have no room. */
    boolean addIfFits(ExactSum sum, double[] values, int from, int to) {
        return begins(sum, to - from) && loops.add(values, from, to, lanes, limit);
    }

    /** Returns whether the lanes belong to this sum and have room. */
    private boolean begins(ExactSum sum, int count) {
        if (count < FEW) {
            return false;
        }
        int perLane = 1 + count / loops.stride();
        if (target != sum || used + perLane > LaneLoops.MOST) {
            flush();
            target = sum;
            restart();
        }
        used += perLane;
        return limit > 0;
    }

    private void addAnew(ExactSum sum, double[] values, int from, int to) {
        if (to - from >= FEW) {
            flush();
            double largest = 0;
            for (int row = from; row < to; row++) {
                largest = Math.max(largest, Math.abs(values[row]));
            }
            int exponent = largest == 0 ? 0 : Math.getExponent(largest) + 1 + SPARE + LaneLoops.HEADROOM;
            if (exponent <= LARGEST_EXPONENT && exponent >= SMALLEST_EXPONENT) {
                limit = Math.scalb(1.0, exponent - LaneLoops.HEADROOM);
                for (int level = 0; level < LaneLoops.LEVELS; level++) {
                    origins[level] = Math.scalb(1.5, exponent - level * LaneLoops.STEP);
                }
                target = sum;
                restart();
                if (begins(sum, to - from) && loops.add(values, from, to, lanes, limit)) {
                    return;
                }
            }
        }
        for (int row = from; row < to; row++) {
            sum.add(values[row]);
        }
    }

    private void restart() {
        used = 0;
        for (int level = 0; level < LaneLoops.LEVELS; level++) {
            Arrays.fill(lanes, level * LaneLoops.LANES, (level + 1) * LaneLoops.LANES, origins[level]);
        }
    }

    /** Empties the lanes. */
    void flush() {
        if (target != null && used > 0) {
            for (int level = 0; level < LaneLoops.LEVELS; level++) {
                for (int lane = 0; lane < LaneLoops.LANES; lane++) {
                    target.add(lanes[level * LaneLoops.LANES + lane] - origins[level]);
                }
            }
        }
        target = null;
        used = 0;
    }
}
