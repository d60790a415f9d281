package org.spolia.embedding.network;

import org.spolia.embedding.EncoderBundle;
import org.spolia.embedding.SampleShape;
import org.spolia.embedding.onnx.OnnxWeights;
import org.spolia.embedding.token.Tokeniser;

/**
 * An encoder that was made here, without its final mean over positions or tokens. Labels of positions, such as the
 * segment of each, can hardly be read off the mean.
 */
public final class UnpooledEncoder {
    private UnpooledEncoder() {}

    /**
     * Returns the encoder for samples of exactly this shape.
     *
     * @param pooled the original encoder
     * @throws org.spolia.embedding.BundleException if it was not made here
     */
    public static EncoderBundle of(EncoderBundle pooled, SampleShape sample) {
        String name = pooled.manifest().name();
        Tokeniser tokeniser = pooled.manifest().tokens();
        if (tokeniser != null) {
            TokenNetwork network = new TokenNetwork(tokeniser);
            return network.unpooled(name, OnnxWeights.read(pooled.model(), network.weights()));
        }
        EncoderNetwork network = Architecture.of(pooled, sample);
        return network.unpooled(name, network.weights(pooled), sample);
    }
}
