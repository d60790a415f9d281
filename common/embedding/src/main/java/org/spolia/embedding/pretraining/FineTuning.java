package org.spolia.embedding.pretraining;

import ai.djl.ndarray.NDManager;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.spolia.embedding.Architecture;
import org.spolia.embedding.BundleException;
import org.spolia.embedding.EncoderBundle;
import org.spolia.embedding.EncoderNetwork;
import org.spolia.embedding.SampleShape;

/**
 * An encoder that has learned labels end to end, with a linear layer on its vectors: from random weights that is learning from scratch,
 * from pretrained ones fine-tuning. The learning rate and the number of steps are those with the least loss on samples that are held out of
 * the training ones, on all of which it then learns anew.
 */
public final class FineTuning {
    private final LabelLearner learner;
    private final SampleShape shape;
    private final int classes;
    private final double mean;
    private final double deviation;
    private final TrainingChoice choice;

    private FineTuning(
            LabelLearner learner, LabelledSamples samples, double mean, double deviation, TrainingChoice choice) {
        this.learner = learner;
        this.shape = samples.shape();
        this.classes = samples.classes();
        this.mean = mean;
        this.deviation = deviation;
        this.choice = choice;
    }

    /**
     * What an encoder becomes.
     *
     * @param encoder one with random or pretrained weights
     * @param heldOut whether each sample is held out while the settings are chosen; some are and some are not
     * @throws BundleException if the encoder is another network, or the loss is no number whatever the settings
     */
    public static FineTuning of(
            EncoderBundle encoder, LabelledSamples samples, boolean[] heldOut, FineTuningSettings settings) {
        EncoderNetwork network = Architecture.of(encoder, samples.shape());
        float[][] weights = network.weights(encoder);
        double mean = samples.classes() > 0
                ? 0
                : Arrays.stream(samples.labels()).average().orElse(0);
        double deviation = samples.classes() > 0 ? 1 : deviation(samples.labels(), mean);
        LabelledSamples scaled = new LabelledSamples(
                samples.shape(),
                samples.samples(),
                Arrays.stream(samples.labels())
                        .map(label -> (label - mean) / deviation)
                        .toArray(),
                samples.classes());
        LabelledSamples training = scaled.at(places(heldOut, false));
        LabelledSamples validation = scaled.at(places(heldOut, true));
        try (NDManager manager = PyTorch.newManager()) {
            String title = "encoder '" + encoder.manifest().name() + "' on labels";
            TrainingChoice choice = TrainingChoice.of(manager, settings, title, rate -> {
                LabelLearner learner = new LabelLearner(network, weights, samples.outputs(), rate);
                return learning(learner, training, validation, settings);
            });
            LabelLearner learner = new LabelLearner(network, weights, samples.outputs(), choice.learningRate());
            TrainingChoice.learn(manager, learning(learner, scaled, validation, settings), 0, choice.steps());
            return new FineTuning(learner, samples, mean, deviation, choice);
        }
    }

    private static TrainingChoice.Learning learning(
            LabelLearner learner, LabelledSamples training, LabelledSamples validation, FineTuningSettings settings) {
        return new TrainingChoice.Learning() {
            @Override
            public void step(NDManager manager, int number) {
                learner.step(manager, training, settings.batchSize(), settings.seed(), number);
            }

            @Override
            public double heldOutLoss(NDManager manager) {
                return loss(learner.outputs(manager, validation.shape(), validation.samples()), validation);
            }
        };
    }

    private static double deviation(double[] labels, double mean) {
        double squares = Arrays.stream(labels)
                .map(label -> (label - mean) * (label - mean))
                .sum();
        return squares > 0 ? Math.sqrt(squares / labels.length) : 1;
    }

    private static int[] places(boolean[] heldOut, boolean wanted) {
        return IntStream.range(0, heldOut.length)
                .filter(i -> heldOut[i] == wanted)
                .toArray();
    }

    private static double loss(List<float[]> outputs, LabelledSamples samples) {
        double sum = 0;
        for (int i = 0; i < outputs.size(); i++) {
            float[] output = outputs.get(i);
            double label = samples.labels()[i];
            if (samples.classes() == 0) {
                sum += (output[0] - label) * (output[0] - label);
            } else {
                double greatest = output[0];
                for (float value : output) {
                    greatest = Math.max(greatest, value);
                }
                double exponentials = 0;
                for (float value : output) {
                    exponentials += Math.exp(value - greatest);
                }
                sum += greatest + Math.log(exponentials) - output[(int) label];
            }
        }
        return sum / outputs.size();
    }

    /** The learning rate that was chosen. */
    public double learningRate() {
        return choice.learningRate();
    }

    /** The number of steps that was chosen. */
    public int steps() {
        return choice.steps();
    }

    /** What it foretells of samples as they are: numbers, or classes by their number. */
    public double[] predict(List<float[]> values) {
        List<float[]> outputs = new ArrayList<>();
        try (NDManager manager = PyTorch.newManager()) {
            outputs.addAll(learner.outputs(manager, shape, LabelledSamples.prepared(shape, values)));
        }
        return outputs.stream().mapToDouble(this::prediction).toArray();
    }

    private double prediction(float[] output) {
        if (classes == 0) {
            return output[0] * deviation + mean;
        }
        int best = 0;
        for (int i = 1; i < output.length; i++) {
            best = output[i] > output[best] ? i : best;
        }
        return best;
    }
}
