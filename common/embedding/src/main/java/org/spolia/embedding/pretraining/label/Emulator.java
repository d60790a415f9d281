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
 * An encoder that has learned, with a decoder and end to end, to foretell the frame after a window; what it foretells
 * becomes part of the next window. The learning rate and the number of steps are chosen as {@link LabelTraining} does.
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
     * What an encoder becomes.
     *
     * @param encoder one with random or pretrained weights
     * @param shape of a window
     * @param runs the frames of each, one after the other, with their channels one after the other
     * @param heldOut whether each run is held out while the settings are chosen
     * @throws BundleException if the encoder is another network, runs are no longer than a window, or the loss is no
     * number
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
            throw new BundleException("Runs have no frame after a window of " + shape.frames()
                    + " to learn from, or none to choose the steps by; give the encoder a shorter window");
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

    /** The learning rate that was chosen. */
    public double learningRate() {
        return choice.learningRate();
    }

    /** The number of steps that was chosen. */
    public int steps() {
        return choice.steps();
    }

    /**
     * The frames after windows, each foretold from the ones before.
     *
     * @param windows the frames of each
     * @param count how many frames
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
