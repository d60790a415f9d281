package org.spolia.bench.evaluate;

import java.io.IOException;

/** One evaluator of the comparison. */
interface Contender extends AutoCloseable {
    String name();

    /** Takes the first so many rows of the columns. */
    void take(int rows) throws IOException;

    /** The seconds that so many evaluations of one expression take, predictions written to an array each time. */
    double seconds(int expression, int count) throws IOException;

    /** The predictions of every expression at the rows taken. */
    float[][] predictions() throws IOException;

    @Override
    default void close() throws IOException {}
}
