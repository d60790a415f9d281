package org.spolia.embedding.pretraining;

import ai.djl.ndarray.NDManager;
import java.util.List;
import org.spolia.embedding.BundleException;
import org.spolia.embedding.EncoderBundle;
import org.spolia.embedding.Preprocessing;
import org.spolia.embedding.SampleShape;

/**
 * Trains an encoder on samples without labels. A part of each sample is hidden, a decoder predicts it from the
 * encoder's output for the rest, and the loss is the mean square of the error there, as in SimMIM (Xie et al. 2022).
 * The decoder is then dropped. Samples are normalised as for embedding, each channel over the whole sample.
 */
public final class Pretraining {
    private Pretraining() {}

    /**
     * Returns the encoder for these samples and settings.
     *
     * @param sets finite samples, those of one shape together; all with the same channels and axes
     * @throws BundleException if there are none, they do not go together, are too small for the objective, or the loss
     * is not a number
     */
    public static PretrainedEncoder train(List<SampleSet> sets, PretrainingSettings settings) {
        SampleSource source = SampleSource.of(settings.architecture(), sets);
        LearningSettings learning = settings.learning();
        Learner learner = new Learner(source.network(), learning.seed(), learning.learningRate());
        float[] losses = new float[learning.steps()];
        if (losses.length > 0) {
            try (NDManager all = PyTorch.newManager()) {
                for (int step = 0; step < losses.length; step++) {
                    losses[step] = step(all, learner, TrainingBatch.of(source, settings, step));
                    learning.requireLoss(losses[step], step);
                }
            }
        }
        EncoderBundle bundle = source.network().bundle(learning.name(), learner.encoderWeights());
        if (losses.length > 0) {
            requireSame(learner, bundle, source.setOf(0));
        }
        return new PretrainedEncoder(bundle, losses);
    }

    private static float step(NDManager all, Learner learner, TrainingBatch batch) {
        try (NDManager manager = all.newSubManager()) {
            return learner.step(manager, batch);
        }
    }

    private static void requireSame(Learner learner, EncoderBundle bundle, SampleSet set) {
        SampleShape shape = set.shape();
        List<float[]> samples = WrittenModel.compared(set.samples());
        float[] prepared = new float[samples.size() * shape.values()];
        for (int i = 0; i < samples.size(); i++) {
            System.arraycopy(samples.get(i), 0, prepared, i * shape.values(), shape.values());
            Preprocessing.REVIN.apply(prepared, i * shape.values(), shape);
        }
        try (NDManager manager = PyTorch.newManager()) {
            float[] learned = learner.embed(manager, shape, samples.size(), prepared);
            WrittenModel.requireSame(bundle, shape, samples, learned);
        }
    }
}
