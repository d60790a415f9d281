package org.spolia.symbolic.export;

import org.spolia.symbolic.expression.LongTextException;

/** A part of a formula in a programming language, and how tightly it is bound. */
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
     * As the second operand of an operator: a sign would stand beside the operator, and {@code --} begins a comment in
     * SQL.
     */
    String second(int wanted) {
        return level == SIGN ? "(" + text + ")" : atLeast(wanted);
    }
}
