package org.spolia.embedding;

/** The reason why a bundle cannot be used. The message is one line: problem, value, remedy. */
public final class BundleException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public BundleException(String problem) {
        super(problem.strip().replaceAll("\\s*\\R\\s*", " "));
    }

    public BundleException(String problem, Throwable cause) {
        super(problem.strip().replaceAll("\\s*\\R\\s*", " "), cause);
    }
}
