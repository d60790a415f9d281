package org.spolia.jobs.pipeline;

/**
 * How far a stage is, from committed rows alone.
 *
 * @param total pieces of work that the stage has: trials, files, runs or matches
 * @param done pieces with a result
 * @param failed pieces whose last attempt failed
 * @param started pieces that were started and have no outcome: running now, or killed
 */
public record StageStatus(StageInfo stage, long total, long done, long failed, long started) {

    /** The pieces that neither have an outcome nor run. */
    public long left() {
        return total - done - failed - started;
    }
}
