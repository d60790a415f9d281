package org.spolia.embedding.network;

import org.spolia.embedding.EncoderBundle;
import org.spolia.embedding.SampleShape;

/**
 * An encoder that has learned nothing: an {@link EncoderNetwork} whose weights are a function of a seed. What a
 * pretrained encoder adds is what it does better than this one, which is a lot better than pixels.
 */
public final class RandomEncoder {
    private RandomEncoder() {}

    /**
     * The encoder for samples like this one, on a grid of any extent.
     *
     * @throws BundleException if the grid has more than three axes
     */
    public static EncoderBundle bundle(Architecture architecture, SampleShape sample, long seed) {
        EncoderNetwork network = architecture.network(sample);
        return network.bundle(architecture.randomName(), network.initialWeights(seed));
    }
}
