package org.spolia.jobs.pipeline;

/** Who is told how far a stage is. */
@FunctionalInterface
public interface ProgressListener {
    /** Tells nobody. */
    ProgressListener SILENT = (stage, done, failed, total) -> {};

    /**
     * Called when the counts have changed, from any thread but never from two at once.
     *
     * @param done trials that have a result
     * @param failed trials that have none and will get none
     * @param total trials there are so far
     */
    void progressed(String stage, long done, long failed, long total);
}
