package org.spolia.embedding;

/** A model on a device, shared by all threads that embed there. */
sealed interface Encoder extends AutoCloseable permits DjlEncoder, RawEncoder {

    /** What one thread works with. */
    Embedder embedder();

    @Override
    void close();
}
