package org.spolia.embedding;

/** Makes vectors of samples, a batch at a time; for one thread. */
interface Embedder extends AutoCloseable {

    /**
     * The vectors of a batch.
     *
     * @param samples one after the other, prepared; they change once this returns
     * @param shape of each of them
     * @param batch how many there are
     */
    float[][] embed(float[] samples, SampleShape shape, int batch);

    @Override
    void close();
}
