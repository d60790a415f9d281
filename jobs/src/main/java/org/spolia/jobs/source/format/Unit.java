package org.spolia.jobs.source.format;

import java.io.Serializable;

/**
 * A part of a file that is read together. Files of rows have one trajectory, and the rows are its steps.
 *
 * @param firstTrajectory the first trajectory
 * @param trajectories the number of trajectories
 * @param firstStep the first step of each trajectory
 * @param steps the number of steps of each trajectory
 */
public record Unit(int firstTrajectory, int trajectories, long firstStep, long steps) implements Serializable {

    /** The number of frames that a selection contains. */
    public long frames(Selection selection) {
        long chosen = 0;
        for (int i = 0; i < trajectories; i++) {
            chosen += selection.hasTrajectory(firstTrajectory + i) ? 1 : 0;
        }
        return chosen * selection.countSteps(firstStep, steps);
    }
}
