package org.spolia.jobs.stream;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;
import org.spolia.jobs.tables.Relation;
import org.spolia.jobs.tables.Table;

/**
 * The output of one work item.
 *
 * @param rows the rows for each output table
 * @param evaluations the number of evaluations; null if they are not counted
 * @param reads the reads from the item's file; null if they are not counted
 * @param reason why the item counts as failed in spite of its rows; null if it does not
 * @param leftOut the parts that failed and were left out of an item that counts as done; null if complete
 */
public record ItemRows(
        Map<Table, List<Row>> rows,
        @Nullable Long evaluations,
        @Nullable FileReads reads,
        @Nullable String reason,
        @Nullable String leftOut)
        implements Serializable {
    static final ItemRows NONE = new ItemRows(Map.of(), null);

    public ItemRows(Map<Table, List<Row>> rows, @Nullable Long evaluations) {
        this(rows, evaluations, null, null, null);
    }

    public ItemRows(
            Map<Table, List<Row>> rows,
            @Nullable Long evaluations,
            @Nullable FileReads reads,
            @Nullable String reason) {
        this(rows, evaluations, reads, reason, null);
    }

    /** Returns a copy with the parts that were left out. */
    public ItemRows leavingOut(@Nullable String leftOut) {
        return new ItemRows(rows, evaluations, reads, reason, leftOut);
    }

    List<Row> of(Relation table) {
        return rows.getOrDefault(table, List.of());
    }
}
