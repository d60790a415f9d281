package org.spolia.experiment.report;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.spolia.symbolic.export.MathMl;
import org.spolia.symbolic.expression.Expression;

/** Formulas from the tables, typeset. */
final class Equations {
    /** Enough to recognise a constant; the tables have all of them. */
    private static final int DIGITS = 5;

    /** A name that is no function, for which a parenthesis would follow, and no number's exponent. */
    private static final Pattern VARIABLE = Pattern.compile("(?<![\\w.])(?!pi\\b)[A-Za-z_]\\w*\\b(?!\\s*\\()");

    private Equations() {}

    static String mathml(String formula) {
        List<String> variables = VARIABLE.matcher(formula)
                .results()
                .map(MatchResult::group)
                .distinct()
                .toList();
        return mathml(formula, variables);
    }

    static String mathml(String formula, List<String> variables) {
        return MathMl.of(Expression.parse(formula, variables), variables, DIGITS);
    }
}
