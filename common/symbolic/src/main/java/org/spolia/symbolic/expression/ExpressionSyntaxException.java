package org.spolia.symbolic.expression;

/** A text that is no formula; the message names the problem, the place and what would be right. */
public final class ExpressionSyntaxException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final int position;

    ExpressionSyntaxException(String problem, String text, int position) {
        super(problem + " at position " + (position + 1) + " of '" + text + "'");
        this.position = position;
    }

    /** The index of the first character that does not fit. */
    public int position() {
        return position;
    }
}
