package org.spolia.experiment.row;

import org.jspecify.annotations.Nullable;

/**
 * An encoder.
 *
 * @param encoderId of all that determines a vector but for what goes in
 * @param sha256 of the model; null where there is none
 * @param dimension of its vectors; null where it is that of the sample
 * @param seed of its weights; null unless they are random, or those of a pretraining
 * @param architecture of its network; null likewise
 */
public record EncoderRow(
        String encoderId,
        String name,
        String engine,
        @Nullable String sha256,
        long bytes,
        @Nullable Integer dimension,
        @Nullable Long seed,
        @Nullable String architecture,
        String inputs,
        String preprocessing,
        String pooling,
        String licence) {}
