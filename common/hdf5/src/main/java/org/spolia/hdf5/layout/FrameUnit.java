package org.spolia.hdf5.layout;

import java.io.Serializable;

/**
 * Frames that are read together. No chunk of the planned fields crosses the boundary of a unit. Files of rows have one
 * trajectory, whose steps are the rows.
 *
 * @param firstTrajectory the first trajectory of the unit
 * @param trajectories at least one
 * @param firstStep the first step of each trajectory
 * @param steps at least one
 */
public record FrameUnit(int firstTrajectory, int trajectories, long firstStep, long steps) implements Serializable {}
