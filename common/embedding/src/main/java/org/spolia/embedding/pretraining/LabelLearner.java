package org.spolia.embedding.pretraining;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.List;
import org.spolia.embedding.CounterRandom;
import org.spolia.embedding.EncoderNetwork;
import org.spolia.embedding.SampleShape;
import org.spolia.embedding.layers.Weight;

/**
 * An encoder and a linear layer on its vectors that learn labels together: numbers by the mean square of the error, classes by the cross-entropy.
 * The linear layer begins with zeros.
 */
final class LabelLearner {
    private static final String MATRIX = "labels.weights";
    private static final String BIAS = "labels.bias";
    private static final int MOST_AT_ONCE = 64;

    private final EncoderGraph graph;
    private final Weights weights;
    private final int outputs;

    /**
     * @param initial weights of the encoder, which are left as they are
     */
    LabelLearner(EncoderNetwork network, float[][] initial, int outputs, double learningRate) {
        this.graph = new EncoderGraph(network);
        this.weights = new Weights(learningRate);
        this.outputs = outputs;
        for (int place = 0; place < initial.length; place++) {
            weights.add(network.weights().get(place), initial[place].clone());
        }
        int dimension = network.dimension();
        weights.add(Weight.constant(MATRIX, 0, dimension, outputs), new float[dimension * outputs]);
        weights.add(Weight.constant(BIAS, 0, outputs), new float[outputs]);
    }

    /** Makes a step on a batch that is a function of seed and number, and says what the loss was before. */
    float step(NDManager manager, LabelledSamples samples, int batch, long seed, int number) {
        long draws = CounterRandom.key(seed, number);
        int[] places = new int[batch];
        for (int i = 0; i < batch; i++) {
            places[i] = CounterRandom.below(samples.samples().size(), draws, i);
        }
        LabelledSamples drawn = samples.at(places);
        return weights.step(manager, on -> loss(manager, outputs(on, drawn), drawn));
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

    private NDArray outputs(TorchOperations on, LabelledSamples samples) {
        int size = samples.labels().length;
        float[] values = LabelledSamples.joined(samples.shape(), samples.samples());
        return outputs(on, samples.shape(), size, values);
    }

    private NDArray outputs(TorchOperations on, SampleShape shape, int size, float[] values) {
        NDArray vectors = graph.embed(on, shape, size, values);
        return vectors.matMul(on.weight(MATRIX)).add(on.weight(BIAS));
    }

    /** What comes out for prepared samples. */
    List<float[]> outputs(NDManager all, SampleShape shape, List<float[]> samples) {
        List<float[]> found = new ArrayList<>();
        for (int from = 0; from < samples.size(); from += MOST_AT_ONCE) {
            List<float[]> part = samples.subList(from, Math.min(samples.size(), from + MOST_AT_ONCE));
            try (NDManager manager = all.newSubManager()) {
                NDArray out =
                        outputs(weights.operations(manager), shape, part.size(), LabelledSamples.joined(shape, part));
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
