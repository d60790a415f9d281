package org.spolia.jobs.pipeline;

/** Who is told how far a stage is and what came of it. */
public interface StageListener extends ProgressListener {
    /** Takes a line about what was done. */
    void report(String line);
}
