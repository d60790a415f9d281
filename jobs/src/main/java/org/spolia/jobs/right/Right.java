package org.spolia.jobs.right;

import java.util.function.Supplier;

/** The right of one run to write an output, until it is closed. */
@FunctionalInterface
public interface Right extends AutoCloseable {
    /** For outputs that need no right. */
    Right NONE = () -> {};

    @Override
    void close();

    /** Does something, and gives the right back. */
    default void during(Runnable work) {
        try {
            work.run();
        } finally {
            close();
        }
    }

    /** Computes something, and gives the right back. */
    default <T> T compute(Supplier<T> work) {
        try {
            return work.get();
        } finally {
            close();
        }
    }
}
