package org.spolia.experiment.configuration.encoder;

/** How the outputs of an encoder at its positions or tokens become an embedding. */
public enum EmbeddingPooling {
    /** An embedding is their mean. */
    MEAN,
    /** An embedding contains the values of all of them. */
    NONE
}
