package org.spolia.embedding;

import java.util.Arrays;

/** The values of a sample as they are: what any encoder has to do better than. */
final class RawEncoder implements Encoder, Embedder {
    @Override
    public Embedder embedder() {
        return this;
    }

    @Override
    public float[][] embed(float[] samples, SampleShape shape, int batch) {
        int values = shape.values();
        float[][] vectors = new float[batch][];
        for (int i = 0; i < batch; i++) {
            vectors[i] = Arrays.copyOfRange(samples, i * values, (i + 1) * values);
        }
        return vectors;
    }

    @Override
    public void close() {}
}
