package org.spolia.experiment.configuration.encoder;

/** How samples become the batches of a model. */
public enum Batchifier {
    /** So many samples at once; the last batch of a file is filled up with zeros. */
    PADDING,
    /** One sample at a time. */
    NONE
}
