package org.spolia.jobs.stage;

/**
 * The progress of a stage, computed from committed rows only.
 *
 * @param total the work items of the stage: trials, files, trajectories or matches
 * @param done the items with a result
 * @param failed the items whose last attempt failed
 * @param started the items that were started and have no outcome: running now, or killed
 */
public record StageStatus(StageInfo stage, long total, long done, long failed, long started) {

    /** The items that have no outcome and do not run. */
    public long left() {
        return total - done - failed - started;
    }
}
