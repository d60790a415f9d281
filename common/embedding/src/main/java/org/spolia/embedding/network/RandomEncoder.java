package org.spolia.embedding.network;

import org.spolia.embedding.EncoderBundle;
import org.spolia.embedding.SampleShape;

/**
 * An untrained encoder: an {@link EncoderNetwork} whose weights are a function of a seed. It is the baseline of
 * pretrained encoders, and much better than pixels.
 */
public final class RandomEncoder {
    private RandomEncoder() {}

    /**
     * Returns the encoder for samples of this shape, on a grid of any extent.
     *
     * @throws org.spolia.embedding.BundleException if the grid has more than three axes
     */
    public static EncoderBundle bundle(Architecture architecture, SampleShape sample, long seed) {
        EncoderNetwork network = architecture.network(sample);
        return network.bundle(architecture.randomName(), network.initialWeights(seed));
    }
}
