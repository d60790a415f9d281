package org.spolia.embedding.pretraining.label;

import ai.djl.ndarray.NDManager;
import java.util.ArrayList;
import java.util.List;
import org.spolia.embedding.BundleException;
import org.spolia.embedding.EncoderBundle;
import org.spolia.embedding.SampleShape;
import org.spolia.embedding.network.Architecture;
import org.spolia.embedding.network.CounterRandom;
import org.spolia.embedding.network.EncoderNetwork;
import org.spolia.embedding.pretraining.PyTorch;

/**
 * An encoder and a decoder, trained end to end to predict the frame after a window. Predicted frames become part of the
 * next window. The learning rate and the number of steps are selected as in {@link LabelTraining}.
 */
public final class Emulator {
    private final FrameLearner learner;
    private final int window;
    private final TrainingChoice choice;

    private Emulator(FrameLearner learner, int window, TrainingChoice choice) {
        this.learner = learner;
        this.window = window;
        this.choice = choice;
    }

    /**
     * Trains an emulator.
     *
     * @param encoder an encoder with random or pretrained weights
     * @param shape the shape of a window
     * @param runs the frames of each trajectory, one after another, with their channels one after another
     * @param heldOut whether each trajectory is held out while the settings are selected
     * @throws BundleException if the encoder is another network, trajectories are not longer than a window, or the loss
     * is not a number
     */
    public static Emulator of(
            EncoderBundle encoder,
            SampleShape shape,
            List<List<float[]>> runs,
            boolean[] heldOut,
            FineTuningSettings settings) {
        EncoderNetwork network = Architecture.of(encoder, shape);
        float[][] weights = network.weights(encoder);
        List<FrameLearner.Pair> training = new ArrayList<>();
        List<FrameLearner.Pair> validation = new ArrayList<>();
        for (int run = 0; run < heldOut.length; run++) {
            (heldOut[run] ? validation : training).addAll(pairs(runs.get(run), shape.frames()));
        }
        if (training.isEmpty() || validation.isEmpty()) {
            throw new BundleException("Trajectories have no frame after a window of " + shape.frames()
                    + " for training or for choosing the number of steps; give the encoder a shorter window");
        }
        List<FrameLearner.Pair> all = new ArrayList<>(training);
        all.addAll(validation);
        try (NDManager manager = PyTorch.newManager()) {
            String title = "encoder '" + encoder.manifest().name() + "' on frames";
            TrainingChoice choice = TrainingChoice.of(
                    manager,
                    settings,
                    title,
                    rate -> learning(new FrameLearner(network, weights, shape, rate), training, validation, settings));
            FrameLearner learner = new FrameLearner(network, weights, shape, choice.learningRate());
            TrainingChoice.learn(manager, learning(learner, all, validation, settings), 0, choice.steps());
            return new Emulator(learner, shape.frames(), choice);
        }
    }

    private static List<FrameLearner.Pair> pairs(List<float[]> run, int window) {
        List<FrameLearner.Pair> pairs = new ArrayList<>();
        for (int next = window; next < run.size(); next++) {
            pairs.add(new FrameLearner.Pair(run.subList(next - window, next), run.get(next)));
        }
        return pairs;
    }

    private static TrainingChoice.Learning learning(
            FrameLearner learner,
            List<FrameLearner.Pair> training,
            List<FrameLearner.Pair> validation,
            FineTuningSettings settings) {
        return new TrainingChoice.Learning() {
            @Override
            public void step(NDManager manager, int number) {
                long draws = CounterRandom.key(settings.seed(), number);
                List<FrameLearner.Pair> batch = new ArrayList<>();
                for (int i = 0; i < settings.batchSize(); i++) {
                    batch.add(training.get(CounterRandom.below(training.size(), draws, i)));
                }
                learner.step(manager, batch);
            }

            @Override
            public double heldOutLoss(NDManager manager) {
                return learner.loss(manager, validation);
            }
        };
    }

    /** The selected learning rate. */
    public double learningRate() {
        return choice.learningRate();
    }

    /** The selected number of steps. */
    public int steps() {
        return choice.steps();
    }

    /**
     * Predicts the frames after windows, each from the ones before.
     *
     * @param windows the frames of each
     * @param count the number of frames
     */
    public List<List<float[]>> forecast(List<List<float[]>> windows, int count) {
        List<List<float[]>> frames = new ArrayList<>();
        windows.forEach(shown -> frames.add(new ArrayList<>(shown)));
        try (NDManager manager = PyTorch.newManager()) {
            for (int step = 0; step < count; step++) {
                List<float[]> next = learner.next(
                        manager,
                        frames.stream()
                                .map(run -> run.subList(run.size() - window, run.size()))
                                .toList());
                for (int run = 0; run < next.size(); run++) {
                    frames.get(run).add(next.get(run));
                }
            }
        }
        return frames.stream()
                .map(run -> List.copyOf(run.subList(window, run.size())))
                .toList();
    }
}
