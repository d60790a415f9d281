package org.spolia.experiment.configuration.probe;

/** What of a table of simulations is never on both sides of a split. */
public enum ProbeGroups {
    /** All runs of a file, which share its parameters. */
    FILE,
    /** A run with all of its windows. */
    TRAJECTORY
}
