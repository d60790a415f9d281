package org.spolia.bench.solve;

import java.io.IOException;

/** A program that searches for the law in rows. */
interface Solver extends AutoCloseable {
    String name();

    /** Returns the model that it selected on the training rows in the given time, with its errors on other rows. */
    Answer solve(Assignment assignment) throws IOException;

    @Override
    default void close() throws IOException {}
}
