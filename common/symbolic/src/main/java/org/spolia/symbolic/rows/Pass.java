package org.spolia.symbolic.rows;

/** Adds the sums of blocks. Not thread-safe. */
interface Pass {
    void add(RowBlock block);

    /** Completes the sums. */
    void end();
}
