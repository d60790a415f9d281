package org.spolia.experiment;

/**
 * A mistake of the user. The message is one self-contained line: location, problem, offending value and remedy. A
 * command prints it and exits with 2; every other exception is a failure or a bug.
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
