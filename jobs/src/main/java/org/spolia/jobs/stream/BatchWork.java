package org.spolia.jobs.stream;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The work of a row stage on one batch of input rows. */
public interface BatchWork {
    /**
     * Computes the output rows of a batch. The same rows must give the same output, because a batch is repeated after a
     * kill.
     *
     * @param rows the rows of one file of the input table, or of some files of a source
     * @param batch the batch
     */
    BatchOutput compute(Dataset<Row> rows, Batch batch);

    /**
     * Runs when all output of a batch is in its tables, and again if the process is killed before the checkpoint
     * records the batch.
     *
     * @param application the application id with which the stage writes
     */
    default void finish(Batch batch, String application) {}
}
