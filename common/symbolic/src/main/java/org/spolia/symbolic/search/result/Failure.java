package org.spolia.symbolic.search.result;

/**
 * Steps of a search that ended in an exception and were left out. The message of the exception is not included, because
 * compiled code may throw without one.
 *
 * @param strategy the part of the search that failed
 * @param exception the simple name of the exception's class
 * @param count the number of failures
 */
public record Failure(Strategy strategy, String exception, long count) {
    public Failure {
        if (count < 1) {
            throw new IllegalArgumentException("count must be >= 1: " + count);
        }
    }

    /** Returns text for messages, such as {@code inverse search: ArithmeticException (3 times)}. */
    @Override
    public String toString() {
        return strategy + ": " + exception + (count == 1 ? " (once)" : " (" + count + " times)");
    }
}
