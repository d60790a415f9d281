package org.spolia.jobs.tables;

import java.util.Optional;

/**
 * The condition of an append.
 *
 * @param once the identity of the write. A write that the table has already is skipped; one without rows is recorded
 * @param unchanged the state of the table that the rows depend on. Delta refuses the write if rows were added since
 */
record Condition(Optional<Transaction> once, Optional<TableState> unchanged) {
    static final Condition NONE = new Condition(Optional.empty(), Optional.empty());

    static Condition once(Transaction transaction) {
        return new Condition(Optional.of(transaction), Optional.empty());
    }

    static Condition unchanged(TableState seen) {
        return new Condition(Optional.empty(), Optional.of(seen));
    }
}
