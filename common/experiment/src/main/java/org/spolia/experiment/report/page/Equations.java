package org.spolia.experiment.report.page;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.spolia.symbolic.export.MathMl;
import org.spolia.symbolic.expression.Decimal;
import org.spolia.symbolic.expression.Expression;

/** Formulas from the tables, typeset. */
public final class Equations {
    /** Enough to recognise a constant; the tables have all of them. */
    private static final int DIGITS = 5;

    /** A name that is no function, for which a parenthesis would follow, and no number's exponent. */
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
     * A formula whose variables are shown under other names.
     *
     * @param labels what each variable is called on the page
     */
    public static String mathml(String formula, List<String> variables, List<String> labels) {
        return MathMl.of(Expression.parse(formula, variables), labels, DIGITS);
    }

    /** The formula with rounded numbers. */
    public static String rounded(String formula) {
        return NUMBER.matcher(formula)
                .replaceAll(number -> Decimal.rounded(Double.parseDouble(number.group()), DIGITS));
    }
}
