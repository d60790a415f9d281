package org.spolia.symbolic.library.inverse;

/**
 * A piece of work on one state.
 *
 * @param kind the kind of context
 * @param state the number of the state
 * @param from the first block or variable beside it
 * @param to the end of these
 * @param charge what the loops over the library will cost, in nodes × rows
 */
record Item(Kind kind, int state, int from, int to, long charge) {
    enum Kind {
        AFFINE,
        VARYING,
        POWER,
        POWER_BESIDE,
        SUM,
        QUOTIENT,
        BEAM
    }
}
