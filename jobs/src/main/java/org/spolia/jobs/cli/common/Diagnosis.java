package org.spolia.jobs.cli.common;

import java.nio.file.AccessDeniedException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.AnalysisException;
import org.spolia.experiment.ExperimentException;

/**
 * The meaning of an exception for the user.
 *
 * @param exitCode 2 for a problem that the user can fix, else 1
 * @param line the problem in one line
 */
public record Diagnosis(int exitCode, String line) {
    /** The exit code of a problem that the user cannot fix. */
    static final int FAILURE = 1;

    /** The exit code of a problem that the user can fix. */
    public static final int MISTAKE = 2;

    private static final int LONGEST_LINE = 600;

    /** Searches the causes, which Spark wraps, for a mistake of the user or a disk that cannot be written. */
    public static Diagnosis of(Throwable failure) {
        List<Throwable> causes = causes(failure);
        for (Throwable cause : causes) {
            if (cause instanceof ExperimentException) {
                return new Diagnosis(MISTAKE, String.valueOf(cause.getMessage()));
            }
        }
        if (causes.stream().anyMatch(OutOfMemoryError.class::isInstance)) {
            return new Diagnosis(MISTAKE, memory("The memory is not enough"));
        }
        // Spark repeats the message of an exception in every exception around it, so the innermost one is the shortest.
        for (int i = causes.size() - 1; i >= 0; i--) {
            Throwable cause = causes.get(i);
            String message = oneLine(String.valueOf(cause.getMessage()));
            if (message.contains("No space left on device")) {
                return new Diagnosis(
                        MISTAKE,
                        "The disk of the warehouse or of the temporary files is full (" + message
                                + "); free some space and run the same command again, nothing is lost");
            }
            if (message.startsWith("System memory ")) {
                return new Diagnosis(MISTAKE, memory("Spark does not start with so little memory"));
            }
            if (message.contains("Read-only file system") || cause instanceof AccessDeniedException) {
                return new Diagnosis(MISTAKE, "Cannot write (" + message + "); choose another --warehouse");
            }
        }
        Throwable root = causes.get(causes.size() - 1);
        if (root instanceof AnalysisException && causes.size() == 1) {
            return new Diagnosis(MISTAKE, firstLine(root));
        }
        return new Diagnosis(
                FAILURE,
                describe(failure) + (root == failure ? "" : ": " + describe(root))
                        + "; --verbose shows the stack trace");
    }

    private static String memory(String problem) {
        return problem + ": Java may use " + MemoryNeed.text(MemoryNeed.available())
                + "; give it more, as in JDK_JAVA_OPTIONS=-Xmx" + Math.max(2, Math.round(MemoryNeed.available() / 512))
                + "g before the command, or reduce the work that runs at once";
    }

    public static String oneLine(String text) {
        String line = text.strip().replaceAll("\\s*\\R\\s*", " ");
        return line.length() > LONGEST_LINE ? line.substring(0, LONGEST_LINE) + "…" : line;
    }

    private static String firstLine(Throwable failure) {
        return String.valueOf(failure.getMessage()).strip().lines().findFirst().orElse("");
    }

    private static String describe(Throwable failure) {
        String name = failure.getClass().getSimpleName();
        return failure.getMessage() == null ? name : name + ": " + oneLine(firstLine(failure));
    }

    /** The exception and its causes, outermost first. */
    static List<Throwable> causes(Throwable failure) {
        List<Throwable> causes = new ArrayList<>();
        Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Throwable cause = failure; cause != null && seen.add(cause); cause = cause.getCause()) {
            causes.add(cause);
        }
        return causes;
    }
}
