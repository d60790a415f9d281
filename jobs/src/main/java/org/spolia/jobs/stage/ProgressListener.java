package org.spolia.jobs.stage;

/** Receives the progress of a stage. */
@FunctionalInterface
public interface ProgressListener {
    /** Ignores all calls. */
    ProgressListener SILENT = (stage, done, failed, total) -> {};

    /**
     * Receives changed counts, from any thread but never from two threads at once.
     *
     * @param done the trials with a result
     * @param failed the trials that have no result and will get none
     * @param total all trials so far
     */
    void progressed(String stage, long done, long failed, long total);
}
