package org.spolia.embedding.pretraining.label;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.spolia.embedding.network.CounterRandom;
import org.spolia.embedding.pretraining.TorchOperations;
import org.spolia.embedding.pretraining.Weights;

/** A model in training on labels: numbers by the mean square of the error, classes by the cross-entropy. */
final class LabelLearner {
    private static final int MOST_AT_ONCE = 64;

    private final LabelModel model;
    private final Weights weights;

    LabelLearner(LabelModel model, double learningRate) {
        this.model = model;
        this.weights = new Weights(learningRate);
        float[][] initial = model.initial();
        for (int place = 0; place < initial.length; place++) {
            weights.add(model.weights().get(place), initial[place].clone());
        }
    }

    /** Makes a step on a batch that is a function of seed and number, and returns the loss before it. */
    float step(NDManager manager, LabelledSamples samples, int batch, long seed, int number) {
        long draws = CounterRandom.key(seed, number);
        int[] places = new int[batch];
        for (int i = 0; i < batch; i++) {
            places[i] = CounterRandom.below(samples.samples().size(), draws, i);
        }
        LabelledSamples drawn = samples.at(places);
        return weights.step(manager, on -> loss(on, outputs(on, drawn.samples()), drawn));
    }

    private static NDArray loss(TorchOperations on, NDArray outputs, LabelledSamples samples) {
        int size = samples.labels().length;
        float[] targets = new float[size * samples.outputs()];
        for (int i = 0; i < size; i++) {
            if (samples.classes() == 0) {
                targets[i] = (float) samples.labels()[i];
            } else {
                targets[i * samples.classes() + (int) samples.labels()[i]] = 1;
            }
        }
        NDArray wanted = on.manager().create(targets, outputs.getShape());
        if (samples.classes() == 0) {
            NDArray error = outputs.sub(wanted);
            return error.mul(error).sum().div(on.number(size));
        }
        return outputs.logSoftmax(1).mul(wanted).sum().div(on.number(-size));
    }

    private NDArray outputs(TorchOperations on, List<float[]> samples) {
        return model.outputs(on, samples.size(), LabelledSamples.joined(samples));
    }

    /** Returns the outputs for prepared samples. */
    List<float[]> outputs(NDManager all, List<float[]> samples) {
        List<float[]> found = new ArrayList<>();
        for (int from = 0; from < samples.size(); from += MOST_AT_ONCE) {
            List<float[]> part = samples.subList(from, Math.min(samples.size(), from + MOST_AT_ONCE));
            try (NDManager manager = all.newSubManager()) {
                NDArray out = outputs(weights.operations(manager), part);
                float[] values = out.reshape(new Shape(-1)).toFloatArray();
                int outputs = values.length / part.size();
                for (int i = 0; i < part.size(); i++) {
                    found.add(Arrays.copyOfRange(values, i * outputs, (i + 1) * outputs));
                }
            }
        }
        return found;
    }
}
