package org.spolia.jobs.source.format;

import java.io.Serializable;

/**
 * What is read together. Files of rows have one trajectory, whose steps are the rows.
 *
 * @param firstTrajectory of the unit
 * @param trajectories in it
 * @param firstStep of each
 * @param steps of each
 */
public record Unit(int firstTrajectory, int trajectories, long firstStep, long steps) implements Serializable {

    /** Whether a trajectory and a step are in it is up to the selection too. */
    public long frames(Selection selection) {
        long chosen = 0;
        for (int i = 0; i < trajectories; i++) {
            chosen += selection.hasTrajectory(firstTrajectory + i) ? 1 : 0;
        }
        return chosen * selection.countSteps(firstStep, steps);
    }
}
