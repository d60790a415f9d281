package org.spolia.symbolic.search;

/** Computes the pieces of the epochs of a search: in threads, or in other processes. The result is the same. */
public interface Spread extends AutoCloseable {
    /** Computes all pieces and waits for them. */
    void run(Pieces pieces);

    @Override
    void close();
}
