package org.spolia.symbolic.search;

/** The kinds of change that make a child from one parent. */
enum Mutation {
    /** Perturbs one constant. */
    CONSTANT,
    /** Replaces one operator by another of the same arity. */
    OPERATOR,
    /** Replaces one variable by another. */
    FEATURE,
    /** Exchanges the operands of one operator. */
    SWAP,
    /** Grows an operator at a leaf or above the root. */
    ADD,
    /** Puts an operator between a node and its parent. */
    INSERT,
    /** Replaces an operator by one of its operands. */
    DELETE,
    /** Exchanges an operator with one below it. */
    ROTATE,
    /** Starts afresh. */
    RANDOMIZE,
    /** Folds and joins constants. */
    SIMPLIFY,
    /** Copies the parent. */
    NOTHING;

    static final int COUNT = values().length;
}
