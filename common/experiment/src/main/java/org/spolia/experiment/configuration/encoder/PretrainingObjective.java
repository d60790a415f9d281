package org.spolia.experiment.configuration.encoder;

/** The part of a sample that is hidden from the encoder and must be predicted. */
public enum PretrainingObjective {
    /** The last frames of a window. */
    FORECAST,
    /** Blocks of four points on each axis. */
    MASKED,
    /** Tokens of an object of a survey, including whole modalities. */
    CROSS_MODAL
}
