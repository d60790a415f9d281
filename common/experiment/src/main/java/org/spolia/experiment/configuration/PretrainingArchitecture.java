package org.spolia.experiment.configuration;

/** What kind of network learns. */
public enum PretrainingArchitecture {
    /** Four convolutions and the mean over places, as the random encoder has them. */
    CONVOLUTIONAL
}
