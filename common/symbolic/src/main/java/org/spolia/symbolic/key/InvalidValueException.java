package org.spolia.symbolic.key;

/** A record's refusal of one of its values; the binder adds file and line. The path is relative to the record: {@code seeds[1]}. */
public final class InvalidValueException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final String path;
    private final String problem;
    private final String rule;

    public InvalidValueException(String path, String problem) {
        this(path, problem, "");
    }

    /**
     * A refusal that can be said in two ways.
     *
     * @param problem the value and what would be right, after the path and a colon
     * @param rule what would be right and the value, after the name of the option alone; empty for the problem
     */
    InvalidValueException(String path, String problem, String rule) {
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

    /** The offending value and what would be right. */
    public String problem() {
        return problem;
    }

    /** The message where the option has another name, such as that of a flag. */
    public String named(String name) {
        return named(name, problem, rule);
    }
}
