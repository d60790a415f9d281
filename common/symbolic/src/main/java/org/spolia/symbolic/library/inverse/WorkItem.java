package org.spolia.symbolic.library.inverse;

/**
 * One context to score for one inverse target.
 *
 * @param kind the context
 * @param target the index of the inverse target
 * @param from the first block or variable that the context takes as a further operand
 * @param to the end of this range, exclusive
 * @param charge the cost of the loops over the library, in nodes × rows
 */
record WorkItem(Kind kind, int target, int from, int to, long charge) {
    enum Kind {
        AFFINE,
        VARYING,
        POWER,
        POWER_WITH_BLOCK,
        SUM,
        QUOTIENT,
        BEAM
    }
}
