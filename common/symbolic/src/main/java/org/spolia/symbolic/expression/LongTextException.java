package org.spolia.symbolic.expression;

/**
 * An expression cannot be written in a language because the text would be too long. If a language lacks an operator,
 * the text repeats its operand in a formula, so it can grow exponentially with the depth of the expression.
 */
public final class LongTextException extends IllegalArgumentException {
    /** The most characters of an expression in any language. */
    public static final int MOST_CHARACTERS = 1_000_000;

    private static final long serialVersionUID = 1;

    private LongTextException() {
        super(
                "The expression takes more than " + MOST_CHARACTERS
                        + " characters, because operators that the language lacks are written as formulas that repeat their operands");
    }

    /** Throws if a part of a text is too long. */
    public static void require(String text) {
        if (text.length() > MOST_CHARACTERS) {
            throw new LongTextException();
        }
    }
}
