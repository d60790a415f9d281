package org.spolia.jobs.stage;

/** An error that ended a stage, with its cause. The stage's earlier commits remain. */
public final class StageFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public StageFailure(StageInfo stage, Throwable cause) {
        super("Stage " + stage + " failed", cause);
    }
}
