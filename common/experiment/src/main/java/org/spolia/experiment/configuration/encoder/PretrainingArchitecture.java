package org.spolia.experiment.configuration.encoder;

/** What kind of network learns, or is a control of those that do. */
public enum PretrainingArchitecture {
    /** Four convolutions and the mean over places. */
    CONVOLUTIONAL,
    /** Patches that attend to each other along one axis after the other, and the mean over them. */
    AXIAL_ATTENTION,
    /** A transformer over the tokens of objects of surveys. */
    TOKENS
}
