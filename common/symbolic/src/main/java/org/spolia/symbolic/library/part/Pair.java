package org.spolia.symbolic.library.part;

/**
 * Two parts that explain the target together.
 *
 * @param target the number of the target of a sum
 * @param first the number of the first part
 * @param second the number of the second part, or {@link #NONE}
 * @param share the share of the variance that they explain
 */
record Pair(Kind kind, int target, int first, int second, float share) {
    /** There is no second part. */
    static final int NONE = -1;

    /** How the parts form a law. */
    enum Kind {
        /** {@code c0 + c1 first + c2 second}, or the function of a {@link SumTarget} of it. */
        SUM,
        /** {@code c0 + c1 first second}. */
        PRODUCT,
        /** {@code (c0 + c1 first) second}. */
        FIRST_SHIFTED,
        /** {@code first (c0 + c1 second)}. */
        SECOND_SHIFTED,
        /** {@code first second}, times powers of the coordinates. */
        TIMES
    }
}
