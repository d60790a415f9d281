package org.spolia.experiment.configuration.encoder;

/** What becomes of the places, or tokens, that an encoder looks at. */
public enum EmbeddingPooling {
    /** A vector is their mean. */
    MEAN,
    /** A vector has the numbers of all of them. */
    NONE
}
