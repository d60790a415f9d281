package org.spolia.hdf5.data;

/**
 * Copies one box of elements into another by the fewest runs that are contiguous in both. Positions are in elements, in
 * row-major order, and the runs come in the order of the target.
 */
final class RunCursor {
    private final int axes;
    private final int[] shape;
    private final int[] index;
    private final long[] sourceSteps;
    private final long[] targetSteps;
    private final int length;
    private long source;
    private long target;
    private boolean started;
    private final boolean empty;

    /**
     * @param shape the shape of the copied part
     * @param source the lengths of the box that it comes from
     * @param sourceStart its start there
     * @param target the lengths of the box that it goes to
     * @param targetStart its start there
     */
    RunCursor(int[] shape, long[] source, long[] sourceStart, int[] target, int[] targetStart) {
        int outer = shape.length;
        int run = 1;
        boolean whole = true;
        while (outer > 0 && whole) {
            outer--;
            run *= shape[outer];
            whole = shape[outer] == source[outer] && shape[outer] == target[outer];
        }
        this.axes = outer;
        this.length = run;
        this.shape = shape;
        this.index = new int[outer];
        this.sourceSteps = new long[outer];
        this.targetSteps = new long[outer];
        long sourceStep = 1;
        long targetStep = 1;
        boolean none = run == 0;
        for (int axis = shape.length - 1; axis >= 0; axis--) {
            if (axis < outer) {
                sourceSteps[axis] = sourceStep;
                targetSteps[axis] = targetStep;
            }
            this.source += sourceStart[axis] * sourceStep;
            this.target += targetStart[axis] * targetStep;
            sourceStep *= source[axis];
            targetStep *= target[axis];
            none |= shape[axis] == 0;
        }
        this.empty = none;
    }

    boolean next() {
        if (!started) {
            started = true;
            return !empty;
        }
        for (int axis = axes - 1; axis >= 0; axis--) {
            source += sourceSteps[axis];
            target += targetSteps[axis];
            if (++index[axis] < shape[axis]) {
                return true;
            }
            source -= index[axis] * sourceSteps[axis];
            target -= index[axis] * targetSteps[axis];
            index[axis] = 0;
        }
        return false;
    }

    long source() {
        return source;
    }

    int target() {
        return (int) target;
    }

    int length() {
        return length;
    }

    /** The number of source elements between the end of a run and the start of the next. */
    long gap() {
        return axes == 0 ? 0 : sourceSteps[axes - 1] - length;
    }

    /** The end of the last run in the source. */
    long sourceEnd() {
        long end = source + length;
        for (int axis = 0; axis < axes; axis++) {
            end += (shape[axis] - 1 - index[axis]) * sourceSteps[axis];
        }
        return end;
    }
}
