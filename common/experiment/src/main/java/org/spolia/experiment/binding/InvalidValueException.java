package org.spolia.experiment.binding;

/** A record's refusal of one of its values; the binder adds file and line. The path is relative to the record: {@code seeds[1]}. */
public final class InvalidValueException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final String path;
    private final String problem;

    public InvalidValueException(String path, String problem) {
        super(path.isEmpty() ? problem : path + ": " + problem);
        this.path = path;
        this.problem = problem;
    }

    public String path() {
        return path;
    }

    /** The offending value and what would be right. */
    public String problem() {
        return problem;
    }
}
