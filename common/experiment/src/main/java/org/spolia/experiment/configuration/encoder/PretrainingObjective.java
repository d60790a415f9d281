package org.spolia.experiment.configuration.encoder;

/** What of a sample is hidden from an encoder that learns, and has to be foretold. */
public enum PretrainingObjective {
    /** The last frames of a window. */
    FORECAST,
    /** Blocks of four points on each axis. */
    MASKED,
    /** Tokens of an object of a survey, whole modalities among them. */
    CROSS_MODAL
}
