package org.spolia.embedding.pretraining;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.Arrays;
import org.spolia.embedding.ConvolutionalNetwork;
import org.spolia.embedding.HeNormal;
import org.spolia.embedding.SampleShape;

/** An encoder that learns, and its decoder: one convolution with kernels of length 1, from each place to the values of its patch. */
final class Learner {
    private static final int DECODER = ConvolutionalNetwork.LAYERS;

    private final EncoderGraph graph;
    private final Weights weights;

    Learner(ConvolutionalNetwork network, long seed, double learningRate) {
        this.graph = new EncoderGraph(network);
        this.weights = new Weights(learningRate);
        float[][] initial = network.initialWeights(seed);
        for (int layer = 0; layer < DECODER; layer++) {
            weights.add(initial[layer], network.kernels(layer));
        }
        long[] decoder = new long[network.axes() + 2];
        Arrays.fill(decoder, 1);
        decoder[0] = PatchLayout.outputs(network);
        decoder[1] = ConvolutionalNetwork.DIMENSION;
        weights.add(HeNormal.weights(decoder, seed, DECODER), decoder);
        weights.add(new float[(int) decoder[0]], decoder[0]);
    }

    /** The weights of the layers of the encoder. */
    float[][] encoderWeights() {
        return weights.values().subList(0, DECODER).toArray(float[][]::new);
    }

    /** Makes a step, and says what the loss was before. */
    float step(NDManager manager, TrainingBatch batch) {
        return weights.step(manager, layers -> {
            NDArray encoded = graph.encode(layers, graph.input(manager, batch.shape(), batch.size(), batch.values()));
            NDArray foretold = graph.convolve(encoded, layers.get(DECODER), layers.get(DECODER + 1), 1, 0);
            NDArray targets = manager.create(batch.targets(), foretold.getShape());
            NDArray chosen = manager.create(batch.weights(), foretold.getShape());
            NDArray error = foretold.sub(targets);
            return error.mul(error).mul(chosen).sum().div(batch.hidden());
        });
    }

    /** The vectors of prepared samples, one after the other. */
    float[] embed(NDManager manager, SampleShape shape, int size, float[] values) {
        NDArray encoded = graph.encode(weights.arrays(manager), graph.input(manager, shape, size, values));
        return EncoderGraph.pool(encoded, size).toFloatArray();
    }
}
