package org.spolia.symbolic.expression;

/** A text that is not a formula. The message has the problem, its position and the remedy. */
public final class ExpressionSyntaxException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final int position;

    ExpressionSyntaxException(String problem, String text, int position) {
        super(problem + " at position " + (position + 1) + " of '" + text + "'");
        this.position = position;
    }

    /** The index of the first character that is wrong. */
    public int position() {
        return position;
    }
}
