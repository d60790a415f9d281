package org.spolia.experiment.configuration.probe;

/** The groups of a table of simulations that a split never divides. */
public enum ProbeGroups {
    /** All trajectories of a file, which share its parameters. */
    FILE,
    /** A trajectory with all of its windows. */
    TRAJECTORY
}
