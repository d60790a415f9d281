package org.spolia.experiment.configuration;

/** What of a window is hidden from an encoder that learns, and has to be foretold. */
public enum PretrainingObjective {
    /** Its last frames. */
    FORECAST,
    /** Blocks of four points on each axis. */
    MASKED
}
