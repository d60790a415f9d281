package org.spolia.jobs.stages;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** What a row stage does with one batch of input rows. */
interface BatchWork {
    /**
     * Computes the output rows of a batch. The same rows give the same output: after a kill the batch comes again.
     *
     * @param rows the rows of one file of the input table, or some files of a source
     * @param batch which batch this is
     */
    BatchOutput compute(Dataset<Row> rows, Batch batch);
}
