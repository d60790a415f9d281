package org.spolia.embedding.pretraining;

import ai.djl.ndarray.NDManager;
import java.util.List;
import org.spolia.embedding.BundleException;
import org.spolia.embedding.ComputeDevice;
import org.spolia.embedding.Embedding;
import org.spolia.embedding.EncoderBundle;
import org.spolia.embedding.LoadedEncoders;
import org.spolia.embedding.Preprocessing;
import org.spolia.embedding.SampleEncoder;
import org.spolia.embedding.SampleShape;

/**
 * Trains an encoder on samples without labels. A part of each sample is hidden, a decoder foretells it from what the encoder
 * makes of the rest, and the loss is the mean square of the error there, as in SimMIM (Xie et al. 2022); the decoder is then dropped. Samples
 * are normalised as they are when they are embedded, each channel over the whole sample.
 */
public final class Pretraining {
    /** How far the written model may be from the one that learned, relative to the largest number of a vector. */
    private static final double TOLERANCE = 1e-4;

    /** Samples on which the two are compared. */
    private static final int COMPARED = 8;

    private Pretraining() {}

    /**
     * The encoder that these samples and settings give.
     *
     * @param sets finite samples, those of one shape together; all of one kind of image
     * @throws BundleException if there are none, they do not go together, are too small for the objective, or the loss is no number
     */
    public static PretrainedEncoder train(List<SampleSet> sets, PretrainingSettings settings) {
        SampleSource source = SampleSource.of(settings.architecture(), sets);
        Learner learner = new Learner(source.network(), settings.seed(), settings.learningRate());
        float[] losses = new float[settings.steps()];
        if (losses.length > 0) {
            try (NDManager all = PyTorch.newManager()) {
                for (int step = 0; step < losses.length; step++) {
                    losses[step] = step(all, learner, TrainingBatch.of(source, settings, step), settings, step);
                }
            }
        }
        EncoderBundle bundle = source.network().bundle(settings.name(), learner.encoderWeights());
        if (losses.length > 0) {
            requireSame(learner, bundle, source.setOf(0));
        }
        return new PretrainedEncoder(bundle, losses);
    }

    private static float step(
            NDManager all, Learner learner, TrainingBatch batch, PretrainingSettings settings, int step) {
        try (NDManager manager = all.newSubManager()) {
            float loss = learner.step(manager, batch);
            if (!Float.isFinite(loss)) {
                throw new BundleException("The loss of pretraining '" + settings.name() + "' with seed "
                        + settings.seed() + " is " + loss + " at step " + step + "; lower 'learning-rate', which is "
                        + settings.learningRate());
            }
            return loss;
        }
    }

    /** Passes when the model in the bundle gives the vectors of the one that learned. */
    private static void requireSame(Learner learner, EncoderBundle bundle, SampleSet set) {
        SampleShape shape = set.shape();
        List<float[]> samples =
                set.samples().subList(0, Math.min(COMPARED, set.samples().size()));
        float[] prepared = new float[samples.size() * shape.values()];
        for (int i = 0; i < samples.size(); i++) {
            System.arraycopy(samples.get(i), 0, prepared, i * shape.values(), shape.values());
            Preprocessing.REVIN.apply(prepared, i * shape.values(), shape);
        }
        float[] learned;
        try (NDManager manager = PyTorch.newManager()) {
            learned = learner.embed(manager, shape, samples.size(), prepared);
        }
        try (SampleEncoder encoder = LoadedEncoders.open(bundle, ComputeDevice.CPU)) {
            List<Embedding> written = encoder.embed(samples, shape, samples.size());
            int dimension = learned.length / samples.size();
            for (int i = 0; i < samples.size(); i++) {
                requireNear(learned, i * dimension, written.get(i));
            }
        }
    }

    private static void requireNear(float[] learned, int start, Embedding written) {
        float[] vector = written.vector();
        if (vector == null) {
            throw new BundleException("The encoder that learned gives no vector: " + written.reason());
        }
        double largest = 1;
        double distance = 0;
        for (int d = 0; d < vector.length; d++) {
            largest = Math.max(largest, Math.abs(learned[start + d]));
            distance = Math.max(distance, Math.abs(learned[start + d] - vector[d]));
        }
        if (!(distance <= TOLERANCE * largest)) {
            throw new IllegalStateException("The written model is " + distance + " from the one that learned");
        }
    }
}
