package org.spolia.hdf5.layout;

/**
 * Frames that are read together. No chunk of the planned fields crosses the boundary of a unit.
 *
 * @param firstTrajectory the first trajectory of the unit
 * @param trajectories at least one
 * @param firstStep the first step of each trajectory
 * @param steps at least one
 * @param bytes the size of the decoded elements
 */
public record FrameUnit(int firstTrajectory, int trajectories, int firstStep, int steps, long bytes) {}
