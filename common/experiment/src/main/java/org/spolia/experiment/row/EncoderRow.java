package org.spolia.experiment.row;

import org.jspecify.annotations.Nullable;

/**
 * An encoder.
 *
 * @param encoderId the hash of everything that determines an embedding, except the input
 * @param sha256 the hash of the model; null if there is none
 * @param dimension the length of its embeddings; null if it is that of the sample
 * @param seed the seed of its weights; null unless they are random, or pretrained here
 * @param architecture the network; null likewise
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
