package org.spolia.embedding.pretraining.label;

import ai.djl.ndarray.NDManager;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.spolia.embedding.BundleException;
import org.spolia.embedding.EncoderBundle;
import org.spolia.embedding.SampleShape;
import org.spolia.embedding.pretraining.PyTorch;

/**
 * A model trained on labels of samples: an encoder end to end, or a head on the output of a frozen encoder. The
 * learning rate and the number of steps are those with the least loss on held-out training samples. The model is then
 * trained anew on all training samples.
 */
public final class LabelTraining {
    private final LabelModel model;
    private final LabelLearner learner;
    private final int classes;
    private final double mean;
    private final double deviation;
    private final TrainingChoice choice;

    private LabelTraining(
            LabelModel model, LabelLearner learner, int classes, double mean, double deviation, TrainingChoice choice) {
        this.model = model;
        this.learner = learner;
        this.classes = classes;
        this.mean = mean;
        this.deviation = deviation;
        this.choice = choice;
    }

    /**
     * Trains an encoder with a linear layer on its embeddings: from random weights this is training from scratch, from
     * pretrained weights fine-tuning.
     *
     * @param encoder an encoder with random or pretrained weights
     * @param samples unprepared samples
     * @param heldOut whether each sample is held out while the settings are selected; some are and some are not
     * @throws BundleException if the network of the encoder is not supported, or the loss is not a number for any
     * settings
     */
    public static LabelTraining endToEnd(
            EncoderBundle encoder,
            SampleShape shape,
            LabelledSamples samples,
            boolean[] heldOut,
            FineTuningSettings settings) {
        EndToEndModel model = EndToEndModel.of(encoder, shape, samples.outputs());
        return of(model, "encoder '" + encoder.manifest().name() + "' on labels", samples, heldOut, settings);
    }

    /**
     * Trains a query that attends to the positions of a frozen encoder, with a linear layer on the result.
     *
     * @param encoder an encoder with random or pretrained weights
     * @param samples unprepared samples
     * @param heldOut whether each sample is held out while the settings are selected; some are and some are not
     * @throws BundleException if the network of the encoder is not supported, or the loss is not a number for any
     * settings
     */
    public static LabelTraining attentive(
            EncoderBundle encoder,
            SampleShape shape,
            LabelledSamples samples,
            boolean[] heldOut,
            FineTuningSettings settings) {
        AttentiveModel model = AttentiveModel.of(encoder, shape, samples.outputs(), settings.seed());
        return of(model, "head attentive on labels", samples, heldOut, settings);
    }

    /**
     * Trains a perceptron with one hidden layer on standardised embeddings.
     *
     * @param vectors embeddings with their labels
     * @param heldOut whether each embedding is held out while the settings are selected; some are and some are not
     * @throws BundleException if the loss is not a number for any settings
     */
    public static LabelTraining perceptron(LabelledSamples vectors, boolean[] heldOut, FineTuningSettings settings) {
        PerceptronModel model = PerceptronModel.of(vectors.samples(), vectors.outputs(), settings.seed());
        return of(model, "head mlp on labels", vectors, heldOut, settings);
    }

    private static LabelTraining of(
            LabelModel model, String title, LabelledSamples samples, boolean[] heldOut, FineTuningSettings settings) {
        int classes = samples.classes();
        double mean =
                classes > 0 ? 0 : Arrays.stream(samples.labels()).average().orElse(0);
        double deviation = classes > 0 ? 1 : deviation(samples.labels(), mean);
        LabelledSamples scaled = new LabelledSamples(
                model.prepared(samples.samples()),
                Arrays.stream(samples.labels())
                        .map(label -> (label - mean) / deviation)
                        .toArray(),
                classes);
        LabelledSamples training = scaled.at(places(heldOut, false));
        LabelledSamples validation = scaled.at(places(heldOut, true));
        try (NDManager manager = PyTorch.newManager()) {
            TrainingChoice choice = TrainingChoice.of(
                    manager,
                    settings,
                    title,
                    rate -> learning(new LabelLearner(model, rate), training, validation, settings));
            LabelLearner learner = new LabelLearner(model, choice.learningRate());
            TrainingChoice.learn(manager, learning(learner, scaled, validation, settings), 0, choice.steps());
            return new LabelTraining(model, learner, classes, mean, deviation, choice);
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
                return loss(learner.outputs(manager, validation.samples()), validation);
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

    /** The selected learning rate. */
    public double learningRate() {
        return choice.learningRate();
    }

    /** The selected number of steps. */
    public int steps() {
        return choice.steps();
    }

    /** Predicts labels of unprepared samples: numbers, or classes by their number. */
    public double[] predict(List<float[]> values) {
        List<float[]> prepared = model.prepared(values);
        try (NDManager manager = PyTorch.newManager()) {
            return learner.outputs(manager, prepared).stream()
                    .mapToDouble(this::prediction)
                    .toArray();
        }
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
