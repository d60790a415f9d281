package org.spolia.symbolic.key;

/**
 * A value that a record refuses. The binder adds file and line. The path is relative to the record: {@code seeds[1]}.
 */
public final class InvalidValueException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final String path;
    private final String problem;
    private final String rule;

    public InvalidValueException(String path, String problem) {
        this(path, problem, "");
    }

    /**
     * Creates a refusal with two wordings.
     *
     * @param problem the value and the remedy, after the path and a colon
     * @param rule the remedy and the value, after the name of the option; empty to use the problem
     */
    public InvalidValueException(String path, String problem, String rule) {
        super(named(path, problem, rule));
        this.path = path;
        this.problem = problem;
        this.rule = rule;
    }

    private static String named(String name, String problem, String rule) {
        if (!rule.isEmpty()) {
            return name + " " + rule;
        }
        return name.isEmpty() ? problem : name + ": " + problem;
    }

    public String path() {
        return path;
    }

    /** The value and the remedy. */
    public String problem() {
        return problem;
    }

    /** Returns the message for an option with another name, such as a flag. */
    public String named(String name) {
        return named(name, problem, rule);
    }
}
