package org.spolia.symbolic.export;

import org.spolia.symbolic.expression.LongTextException;

/** A part of a formula in a programming language, with its operator precedence. */
record Code(String text, int level) {
    static final int SUM = 1;
    static final int PRODUCT = 2;
    static final int SIGN = 3;
    static final int ATOM = 4;

    Code {
        LongTextException.require(text);
    }

    static Code atom(String text) {
        return new Code(text, ATOM);
    }

    String atLeast(int wanted) {
        return level >= wanted ? text : "(" + text + ")";
    }

    /**
     * Returns the text as the second operand of an operator. A sign directly after an operator gets parentheses,
     * because {@code --} begins a comment in SQL.
     */
    String second(int wanted) {
        return level == SIGN ? "(" + text + ")" : atLeast(wanted);
    }
}
