package org.spolia.jobs.stages;

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
 */
record TrialRows(
        Map<Table, List<Row>> rows,
        @Nullable Long evaluations,
        @Nullable FileReads reads,
        @Nullable String reason) implements Serializable {
    static final TrialRows NONE = new TrialRows(Map.of(), null);

    TrialRows(Map<Table, List<Row>> rows, @Nullable Long evaluations) {
        this(rows, evaluations, null, null);
    }

    List<Row> of(Relation table) {
        return rows.getOrDefault(table, List.of());
    }
}
