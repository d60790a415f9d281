package org.spolia.jobs.stream;

import org.spolia.jobs.stage.StageInfo;
import org.spolia.jobs.stage.Subject;
import org.spolia.jobs.tables.Warehouse;

/**
 * A batch of a row stage.
 *
 * @param warehouse the warehouse of its input and output
 * @param stage the stage
 * @param subject what its work items are
 * @param number its number; the same input rows keep the same number
 * @param repeated whether an earlier start of the stage may have begun this batch
 * @param progress the counter of its work items
 */
public record Batch(
        Warehouse warehouse, StageInfo stage, Subject subject, long number, boolean repeated, StageProgress progress) {

    /** The same batch, after its work was begun and given up. */
    Batch again() {
        return new Batch(warehouse, stage, subject, number, true, progress);
    }

    /** The batch after this one, which an earlier start may have begun too. */
    Batch next() {
        return new Batch(warehouse, stage, subject, number + 1, repeated, progress);
    }
}
