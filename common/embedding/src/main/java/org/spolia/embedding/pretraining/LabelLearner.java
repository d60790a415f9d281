package org.spolia.embedding.pretraining;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.List;
import org.spolia.embedding.ConvolutionalNetwork;
import org.spolia.embedding.CounterRandom;
import org.spolia.embedding.SampleShape;

/**
 * An encoder and a linear layer on its vectors that learn labels together: numbers by the mean square of the error, classes by the cross-entropy.
 * The linear layer begins with zeros.
 */
final class LabelLearner {
    private static final int LINEAR = ConvolutionalNetwork.LAYERS;
    private static final int MOST_AT_ONCE = 64;

    private final EncoderGraph graph;
    private final Weights weights;
    private final int outputs;

    /**
     * @param initial weights of the encoder, which are left as they are
     */
    LabelLearner(ConvolutionalNetwork network, float[][] initial, int outputs, double learningRate) {
        this.graph = new EncoderGraph(network);
        this.weights = new Weights(learningRate);
        this.outputs = outputs;
        for (int layer = 0; layer < LINEAR; layer++) {
            weights.add(initial[layer].clone(), network.kernels(layer));
        }
        weights.add(new float[ConvolutionalNetwork.DIMENSION * outputs], ConvolutionalNetwork.DIMENSION, outputs);
        weights.add(new float[outputs], outputs);
    }

    /** Makes a step on a batch that is a function of seed and number, and says what the loss was before. */
    float step(NDManager manager, LabelledSamples samples, int batch, long seed, int number) {
        long draws = CounterRandom.key(seed, number);
        int[] places = new int[batch];
        for (int i = 0; i < batch; i++) {
            places[i] = CounterRandom.below(samples.samples().size(), draws, i);
        }
        LabelledSamples drawn = samples.at(places);
        return weights.step(manager, layers -> loss(manager, outputs(manager, layers, drawn), drawn));
    }

    private static NDArray loss(NDManager manager, NDArray outputs, LabelledSamples samples) {
        int size = samples.labels().length;
        float[] targets = new float[size * samples.outputs()];
        for (int i = 0; i < size; i++) {
            if (samples.classes() == 0) {
                targets[i] = (float) samples.labels()[i];
            } else {
                targets[i * samples.classes() + (int) samples.labels()[i]] = 1;
            }
        }
        NDArray wanted = manager.create(targets, outputs.getShape());
        if (samples.classes() == 0) {
            NDArray error = outputs.sub(wanted);
            return error.mul(error).sum().div(size);
        }
        return outputs.logSoftmax(1).mul(wanted).sum().div(-size);
    }

    private NDArray outputs(NDManager manager, List<NDArray> layers, LabelledSamples samples) {
        int size = samples.labels().length;
        float[] values = LabelledSamples.joined(samples.shape(), samples.samples());
        return outputs(manager, layers, samples.shape(), size, values);
    }

    private NDArray outputs(NDManager manager, List<NDArray> layers, SampleShape shape, int size, float[] values) {
        NDArray encoded = graph.encode(layers, graph.input(manager, shape, size, values));
        return EncoderGraph.pool(encoded, size).matMul(layers.get(LINEAR)).add(layers.get(LINEAR + 1));
    }

    /** What comes out for prepared samples. */
    List<float[]> outputs(NDManager all, SampleShape shape, List<float[]> samples) {
        List<float[]> found = new ArrayList<>();
        for (int from = 0; from < samples.size(); from += MOST_AT_ONCE) {
            List<float[]> part = samples.subList(from, Math.min(samples.size(), from + MOST_AT_ONCE));
            try (NDManager manager = all.newSubManager()) {
                NDArray out = outputs(
                        manager, weights.arrays(manager), shape, part.size(), LabelledSamples.joined(shape, part));
                float[] values = out.reshape(new Shape(-1)).toFloatArray();
                for (int i = 0; i < part.size(); i++) {
                    float[] one = new float[outputs];
                    System.arraycopy(values, i * outputs, one, 0, outputs);
                    found.add(one);
                }
            }
        }
        return found;
    }
}
