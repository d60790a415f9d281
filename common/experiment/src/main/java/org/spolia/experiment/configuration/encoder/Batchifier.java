package org.spolia.experiment.configuration.encoder;

/** How samples are grouped for a model. */
public enum Batchifier {
    /** Batches of a fixed size; the last batch of a file is padded with zeros. */
    PADDING,
    /** One sample at a time. */
    NONE
}
