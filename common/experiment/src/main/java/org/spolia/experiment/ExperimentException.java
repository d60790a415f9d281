package org.spolia.experiment;

/**
 * A mistake of the user. The message is one line that stands alone: where, what, the offending value and what would be right.
 * A command prints it and exits with 2; every other exception is a failure or a bug.
 */
public final class ExperimentException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ExperimentException(String message) {
        super(oneLine(message));
    }

    public ExperimentException(String message, Throwable cause) {
        super(oneLine(message), cause);
    }

    private static String oneLine(String message) {
        return message.strip().replaceAll("\\s*\\R\\s*", " ");
    }
}
