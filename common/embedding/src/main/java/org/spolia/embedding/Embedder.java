package org.spolia.embedding;

/** Computes the embeddings of samples, a batch at a time. Not thread-safe. */
interface Embedder extends AutoCloseable {

    /**
     * Returns the embeddings of a batch.
     *
     * @param samples prepared samples, one after another; they are overwritten after this call
     * @param shape the shape of each
     * @param batch the number of samples
     */
    float[][] embed(float[] samples, SampleShape shape, int batch);

    @Override
    void close();
}
