package org.spolia.experiment.probe;

import java.io.Serializable;

/**
 * An arm of a comparison: an encoder and its input.
 *
 * @param encoderId the id in table encoders; for concatenated embeddings, the ids joined by +
 * @param encoder its name, or names likewise
 * @param setting the setting in table embeddings
 * @param frames the number of frames in a sample
 * @param stride the number of frames between the starts of two samples
 */
public record ProbeArm(String encoderId, String encoder, String setting, int frames, int stride)
        implements Serializable {}
