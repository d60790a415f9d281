package org.spolia.experiment.probe;

import java.io.Serializable;

/**
 * What is compared: an encoder and what it is given.
 *
 * @param encoderId of table encoders; of vectors one after the other, their ids with + between them
 * @param encoder its name, or names likewise
 * @param setting of table embeddings
 * @param frames of a sample
 * @param stride frames from a sample to the next
 */
public record ProbeArm(String encoderId, String encoder, String setting, int frames, int stride)
        implements Serializable {}
