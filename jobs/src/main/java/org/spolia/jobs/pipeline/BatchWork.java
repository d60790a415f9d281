package org.spolia.jobs.pipeline;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** What a row stage does with one batch of input rows. */
public interface BatchWork {
    /**
     * Computes the output rows of a batch. The same rows give the same output: after a kill the batch comes again.
     *
     * @param rows the rows of one file of the input table, or some files of a source
     * @param batch which batch this is
     */
    BatchOutput compute(Dataset<Row> rows, Batch batch);

    /**
     * Called when all output of a batch is in its tables, and again if the process is killed before the checkpoint knows.
     *
     * @param application in whose name the stage writes
     */
    default void finish(Batch batch, String application) {}
}
