package org.spolia.symbolic.export;

import java.util.List;

/** A language in which formulas are typeset. Each part that a method takes or returns is one element. */
interface Markup {
    /** The sign between two parts. */
    enum Sign {
        PLUS,
        MINUS,
        /** A product with a dot, which keeps digits apart. */
        TIMES,
        JUXTAPOSED,
        COMMA
    }

    /** Digits without a sign or an exponent. */
    String number(String digits);

    String symbol(Symbol symbol);

    String function(Symbol name);

    String row(List<String> parts);

    String sign(Sign sign);

    String fraction(String numerator, String denominator);

    String power(String base, String exponent);

    String root(String operand);

    String cubeRoot(String operand);

    String parentheses(String content);

    String bars(String content);

    String applied(String function, String argument);
}
