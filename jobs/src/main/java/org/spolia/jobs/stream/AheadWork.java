package org.spolia.jobs.stream;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Work that may begin before the batch in front of it is committed. */
public interface AheadWork extends BatchWork {
    /** Begins to compute a batch and returns while its tasks wait or run. */
    BegunBatch begin(Dataset<Row> rows, Batch batch);

    @Override
    default BatchOutput compute(Dataset<Row> rows, Batch batch) {
        return begin(rows, batch).await(() -> {});
    }
}
