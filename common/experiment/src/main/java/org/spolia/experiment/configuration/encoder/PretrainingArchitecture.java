package org.spolia.experiment.configuration.encoder;

/** The architecture of a pretrained encoder or of its random control. */
public enum PretrainingArchitecture {
    /** Four convolutions and the mean over positions. */
    CONVOLUTIONAL,
    /** Patches with attention along one axis after the other, and the mean over patches. */
    AXIAL_ATTENTION,
    /** A transformer over the tokens of objects of surveys. */
    TOKENS
}
