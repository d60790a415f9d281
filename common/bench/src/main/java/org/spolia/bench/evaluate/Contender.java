package org.spolia.bench.evaluate;

import java.io.IOException;

/** One evaluator of the comparison. */
interface Contender extends AutoCloseable {
    String name();

    /** Selects the first rows of the columns. */
    void take(int rows) throws IOException;

    /**
     * Returns the time in seconds of several evaluations of an expression, each of which writes its predictions to an
     * array.
     */
    double seconds(int expression, int count) throws IOException;

    /** Returns the predictions of every expression at the selected rows. */
    float[][] predictions() throws IOException;

    @Override
    default void close() throws IOException {}
}
