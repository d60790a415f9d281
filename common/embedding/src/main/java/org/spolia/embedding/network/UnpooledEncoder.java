package org.spolia.embedding.network;

import org.spolia.embedding.EncoderBundle;
import org.spolia.embedding.SampleShape;
import org.spolia.embedding.onnx.OnnxWeights;
import org.spolia.embedding.token.Tokeniser;

/**
 * An encoder that was made here, without the mean over places or tokens that ends it: what is asked of places, such as
 * which segment each belongs to, can hardly be read off their mean.
 */
public final class UnpooledEncoder {
    private UnpooledEncoder() {}

    /**
     * The encoder for samples of this very shape.
     *
     * @param pooled the encoder as it was made
     * @throws BundleException if it was not made here
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
