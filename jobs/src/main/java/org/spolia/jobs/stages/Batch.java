package org.spolia.jobs.stages;

import org.spolia.jobs.tables.Warehouse;

/**
 * A batch of a row stage.
 *
 * @param warehouse where its rows come from and go to
 * @param stage the stage
 * @param subject what its tasks are about
 * @param number its number, which the same input rows keep
 * @param maybeRepeated whether it may have come before; only the first one after a start may have
 * @param progress who counts its trials
 */
record Batch(
        Warehouse warehouse,
        StageInfo stage,
        Subject subject,
        long number,
        boolean maybeRepeated,
        StageProgress progress) {}
