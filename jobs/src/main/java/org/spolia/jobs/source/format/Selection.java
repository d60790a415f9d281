package org.spolia.jobs.source.format;

import java.io.Serializable;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;
import org.spolia.hdf5.layout.FrameUnit;

/** The requested trajectories and steps of any file. */
public final class Selection implements Serializable {
    private static final long serialVersionUID = 1L;

    private final StepRange range;
    private final @Nullable BitSet trajectories;
    private final @Nullable BitSet steps;

    private Selection(StepRange range, @Nullable BitSet trajectories, @Nullable BitSet steps) {
        this.range = range;
        this.trajectories = trajectories;
        this.steps = steps;
    }

    public static Selection of(StepRange range) {
        return new Selection(range, null, null);
    }

    public Selection withTrajectories(BitSet wanted) {
        return new Selection(range, wanted, steps);
    }

    public Selection withSteps(BitSet wanted) {
        return new Selection(range, trajectories, wanted);
    }

    /** The number of requested frames of a unit. */
    public long frames(FrameUnit unit) {
        long chosen = 0;
        for (int i = 0; i < unit.trajectories(); i++) {
            chosen += hasTrajectory(unit.firstTrajectory() + i) ? 1 : 0;
        }
        return chosen * countSteps(unit.firstStep(), unit.steps());
    }

    boolean hasTrajectory(int trajectory) {
        return trajectories == null || trajectories.get(trajectory);
    }

    boolean hasStep(long step) {
        return range.contains(step) && (steps == null || steps.get((int) step));
    }

    long countSteps(long first, long count) {
        if (steps == null && range.equals(StepRange.ALL)) {
            return count;
        }
        long chosen = 0;
        for (long step = first; step < first + count; step++) {
            chosen += hasStep(step) ? 1 : 0;
        }
        return chosen;
    }
}
