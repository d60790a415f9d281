package org.spolia.symbolic.search.result;

/**
 * Steps of a search that ended in an exception and were left out. The message of the exception is no part of it:
 * compiled code may throw without one.
 *
 * @param strategy what failed
 * @param exception the simple name of the exception's class
 * @param count how often
 */
public record Failure(Strategy strategy, String exception, long count) {
    public Failure {
        if (count < 1) {
            throw new IllegalArgumentException("count must be >= 1: " + count);
        }
    }

    /** For messages, such as {@code inverse search: ArithmeticException (3 times)}. */
    @Override
    public String toString() {
        return strategy + ": " + exception + (count == 1 ? " (once)" : " (" + count + " times)");
    }
}
