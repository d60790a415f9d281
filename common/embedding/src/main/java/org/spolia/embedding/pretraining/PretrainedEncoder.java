package org.spolia.embedding.pretraining;

import java.io.Serializable;
import org.spolia.embedding.EncoderBundle;

/**
 * A trained encoder and its training history.
 *
 * @param losses the loss of each step: the mean square of the error on the hidden part of its samples, divided by the
 * variance of their channels
 */
@SuppressWarnings("ArrayRecordComponent")
public record PretrainedEncoder(EncoderBundle bundle, float[] losses) implements Serializable {}
