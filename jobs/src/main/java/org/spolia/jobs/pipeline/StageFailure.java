package org.spolia.jobs.pipeline;

/** A stage that ended with an error; the cause says which. What it committed before stays. */
public final class StageFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    StageFailure(StageInfo stage, Throwable cause) {
        super("Stage " + stage + " failed", cause);
    }
}
