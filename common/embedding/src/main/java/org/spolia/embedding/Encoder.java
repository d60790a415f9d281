package org.spolia.embedding;

/** A model on a device, which all threads on the device share. */
sealed interface Encoder extends AutoCloseable permits DjlEncoder, RawEncoder {

    /** Creates the embedder of one thread. */
    Embedder embedder();

    @Override
    void close();
}
