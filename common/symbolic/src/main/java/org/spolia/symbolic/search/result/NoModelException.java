package org.spolia.symbolic.search.result;

/**
 * No expression that a search looked at has a value at every row. It takes a template for that: elsewhere a constant
 * has.
 */
public final class NoModelException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public NoModelException() {
        super(
                "No expression with the form of the template has a value at every row and dimensions that fit, where units are given");
    }
}
