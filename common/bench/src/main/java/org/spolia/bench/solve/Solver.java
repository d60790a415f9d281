package org.spolia.bench.solve;

import java.io.IOException;

/** A program that looks for the law behind rows. */
interface Solver extends AutoCloseable {
    String name();

    /** What it chose by itself on the training rows within its time, and how good that is elsewhere. */
    Answer solve(Assignment assignment) throws IOException;

    @Override
    default void close() throws IOException {}
}
