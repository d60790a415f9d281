package org.spolia.jobs.session;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The end of a Spark job that has lost the executors of one task as often as Spark allows. Any task that ran on them
 * may have ended them.
 *
 * @param task the position of the task among those of the job
 * @param reason how Spark describes the last loss
 */
public record LostExecutors(int task, String reason) {
    private static final Pattern FAILURE = Pattern.compile(
            "Task (\\d+) in stage \\S+ failed \\d+ times.*?ExecutorLostFailure \\([^)]*\\) *(?:Reason: )?([^\\r\\n]*)",
            Pattern.DOTALL);

    /** Returns the description of the failure of a job; empty if the job failed for another reason. */
    public static Optional<LostExecutors> of(Throwable failure) {
        Matcher matcher = FAILURE.matcher(String.valueOf(failure.getMessage()));
        return matcher.find()
                ? Optional.of(new LostExecutors(
                        Integer.parseInt(matcher.group(1)), matcher.group(2).strip()))
                : Optional.empty();
    }
}
