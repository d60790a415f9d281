package org.spolia.embedding;

/** What keeps a bundle from being used. The message is one line: what, which value, what would be right. */
public final class BundleException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public BundleException(String problem) {
        super(problem.strip().replaceAll("\\s*\\R\\s*", " "));
    }

    public BundleException(String problem, Throwable cause) {
        super(problem.strip().replaceAll("\\s*\\R\\s*", " "), cause);
    }
}
