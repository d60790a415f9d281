package org.spolia.experiment.report.page;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.spolia.symbolic.export.MathMl;
import org.spolia.symbolic.expression.Decimal;
import org.spolia.symbolic.expression.Expression;

/** Formulas from the tables, typeset. */
public final class Equations {
    /** Enough digits to recognise a constant; the tables have all digits. */
    private static final int DIGITS = 5;

    /** A name that is neither a function before a parenthesis nor the exponent of a number. */
    private static final Pattern VARIABLE = Pattern.compile("(?<![\\w.])(?!pi\\b)[A-Za-z_]\\w*\\b(?!\\s*\\()");

    private static final Pattern NUMBER = Pattern.compile("(?<![\\w.])\\d+(\\.\\d*)?(e[-+]?\\d+)?");

    private Equations() {}

    public static String mathml(String formula) {
        List<String> variables = VARIABLE.matcher(formula)
                .results()
                .map(MatchResult::group)
                .distinct()
                .toList();
        return mathml(formula, variables);
    }

    public static String mathml(String formula, List<String> variables) {
        return mathml(formula, variables, variables);
    }

    /**
     * Returns a formula whose variables are shown with other names.
     *
     * @param labels the name of each variable on the page
     */
    public static String mathml(String formula, List<String> variables, List<String> labels) {
        return MathMl.of(Expression.parse(formula, variables), labels, DIGITS);
    }

    /** Returns the formula with rounded numbers. */
    public static String rounded(String formula) {
        return NUMBER.matcher(formula)
                .replaceAll(number -> Decimal.rounded(Double.parseDouble(number.group()), DIGITS));
    }
}
