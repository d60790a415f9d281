package org.spolia.embedding.pretraining;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.Arrays;
import java.util.List;
import org.spolia.embedding.SampleShape;
import org.spolia.embedding.layers.Weight;
import org.spolia.embedding.network.EncoderNetwork;
import org.spolia.embedding.network.InitialWeights;

/**
 * An encoder in training with its decoder: one convolution with kernels of length 1, from each position to the values
 * of its patch.
 */
final class Learner {
    private final EncoderGraph graph;
    private final Weights weights;
    private final Weight kernels;
    private final Weight bias;
    private final int[] strides;

    Learner(EncoderNetwork network, long seed, double learningRate) {
        this.graph = new EncoderGraph(network);
        this.weights = new Weights(learningRate);
        List<Weight> encoder = network.weights();
        float[][] initial = network.initialWeights(seed);
        for (int place = 0; place < initial.length; place++) {
            weights.add(encoder.get(place), initial[place]);
        }
        long[] shape = new long[network.axes() + 2];
        Arrays.fill(shape, 1);
        shape[0] = PatchLayout.outputs(network);
        shape[1] = network.dimension();
        this.kernels = Weight.kernels("decoder.kernels", shape);
        this.bias = Weight.constant("decoder.bias", 0, shape[0]);
        this.strides = new int[network.axes()];
        Arrays.fill(strides, 1);
        weights.add(kernels, InitialWeights.of(kernels, seed, initial.length));
        weights.add(bias, InitialWeights.of(bias, seed, initial.length + 1));
    }

    /** The weights of the encoder. */
    float[][] encoderWeights() {
        return weights.values().subList(0, graph.network().weights().size()).toArray(float[][]::new);
    }

    /** Makes a step, and returns the loss before it. */
    float step(NDManager manager, TrainingBatch batch) {
        return weights.step(manager, on -> {
            NDArray encoded = graph.encode(on, batch.shape(), batch.size(), batch.values());
            NDArray predicted =
                    on.convolve(encoded, on.weight(kernels.name()), on.weight(bias.name()), kernels.lengths(), strides);
            NDArray targets = manager.create(batch.targets(), predicted.getShape());
            NDArray chosen = manager.create(batch.weights(), predicted.getShape());
            NDArray error = predicted.sub(targets);
            return error.mul(error).mul(chosen).sum().div(on.number(batch.hidden()));
        });
    }

    /** Returns the embeddings of prepared samples, one after another. */
    float[] embed(NDManager manager, SampleShape shape, int size, float[] values) {
        return graph.embed(weights.operations(manager), shape, size, values).toFloatArray();
    }
}
