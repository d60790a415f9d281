package org.spolia.symbolic.search.result;

/**
 * No evaluated expression has a value at every row. This happens only with a template, because a constant always has
 * one.
 */
public final class NoModelException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public NoModelException() {
        super(
                "No expression with the form of the template has a value at every row and, where units are given, consistent dimensions");
    }
}
