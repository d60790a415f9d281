package org.spolia.jobs.stage;

/** Receives the progress and the outcome of a stage. */
public interface StageListener extends ProgressListener {
    /** Receives a line about completed work. */
    void report(String line);
}
