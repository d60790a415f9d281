package org.spolia.embedding.pretraining;

import java.io.Serializable;
import org.spolia.embedding.EncoderBundle;

/**
 * An encoder and how it came to be one.
 *
 * @param losses of each step: the mean square of the error on what was hidden of its samples, over the variance of
 * their channels
 */
@SuppressWarnings("ArrayRecordComponent")
public record PretrainedEncoder(EncoderBundle bundle, float[] losses) implements Serializable {}
