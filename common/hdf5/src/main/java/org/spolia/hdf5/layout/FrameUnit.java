package org.spolia.hdf5.layout;

/**
 * Frames that are read together: no chunk of the fields that it was planned for reaches across its ends.
 *
 * @param firstTrajectory of the unit
 * @param trajectories at least one
 * @param firstStep of each
 * @param steps at least one
 * @param bytes that the elements take once decoded
 */
public record FrameUnit(int firstTrajectory, int trajectories, int firstStep, int steps, long bytes) {}
