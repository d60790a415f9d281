package org.spolia.experiment.problem;

/** Checks of names for use in formulas. */
final class Naming {
    static final String PATTERN = "(?!pi$)[A-Za-z_][A-Za-z0-9_]*";
    static final String WORDS = "letters, digits and _, not starting with a digit, and not pi";

    static final String ID_PATTERN = "[A-Za-z0-9_]+([.-][A-Za-z0-9_]+)*";
    static final String ID_WORDS = "words of letters, digits and _, separated by . or -";

    private Naming() {}
}
