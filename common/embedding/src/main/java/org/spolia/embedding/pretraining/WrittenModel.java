package org.spolia.embedding.pretraining;

import java.util.List;
import org.spolia.embedding.BundleException;
import org.spolia.embedding.ComputeDevice;
import org.spolia.embedding.Embedding;
import org.spolia.embedding.EncoderBundle;
import org.spolia.embedding.LoadedEncoders;
import org.spolia.embedding.SampleEncoder;
import org.spolia.embedding.SampleShape;

/** Checks that the model in a bundle gives the embeddings of the trained one. */
final class WrittenModel {
    /** The largest difference, relative to the largest number of an embedding. */
    private static final double TOLERANCE = 1e-4;

    /** The number of samples that are compared. */
    private static final int COMPARED = 8;

    private WrittenModel() {}

    static List<float[]> compared(List<float[]> samples) {
        return samples.subList(0, Math.min(COMPARED, samples.size()));
    }

    /**
     * Checks that the embeddings agree.
     *
     * @param learned the embeddings of the samples by the trained model, one after another
     */
    static void requireSame(EncoderBundle bundle, SampleShape shape, List<float[]> samples, float[] learned) {
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
            throw new BundleException("The trained encoder returns no embedding: " + written.reason());
        }
        double largest = 1;
        double distance = 0;
        for (int d = 0; d < vector.length; d++) {
            largest = Math.max(largest, Math.abs(learned[start + d]));
            distance = Math.max(distance, Math.abs(learned[start + d] - vector[d]));
        }
        if (!(distance <= TOLERANCE * largest)) {
            throw new IllegalStateException("The exported model differs by " + distance + " from the trained one");
        }
    }
}
