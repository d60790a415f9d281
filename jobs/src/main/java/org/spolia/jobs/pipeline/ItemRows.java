package org.spolia.jobs.pipeline;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;
import org.spolia.jobs.tables.Relation;
import org.spolia.jobs.tables.Table;

/**
 * What came out of one trial.
 *
 * @param rows the rows for each output table
 * @param evaluations how many expressions were evaluated; null where none are counted
 * @param reads of the file that the trial is about; null where none are counted
 * @param reason why it counts as failed in spite of its rows; null if it does not
 * @param leftOut what of the work failed and was left out, where it counts as done all the same; null for nothing
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

    /** The same with what was left out. */
    public ItemRows leavingOut(@Nullable String leftOut) {
        return new ItemRows(rows, evaluations, reads, reason, leftOut);
    }

    List<Row> of(Relation table) {
        return rows.getOrDefault(table, List.of());
    }
}
