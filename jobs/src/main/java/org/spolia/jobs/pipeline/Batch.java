package org.spolia.jobs.pipeline;

import org.spolia.jobs.tables.Warehouse;

/**
 * A batch of a row stage.
 *
 * @param warehouse where its rows come from and go to
 * @param stage the stage
 * @param subject what its tasks are about
 * @param number its number, which the same input rows keep
 * @param repeated whether it has come before: the first one after a start has if it was begun and not finished
 * @param progress who counts its trials
 */
public record Batch(
        Warehouse warehouse, StageInfo stage, Subject subject, long number, boolean repeated, StageProgress progress) {}
