package org.spolia.experiment.problem;

import java.io.Serializable;
import java.util.List;
import java.util.regex.Pattern;
import org.spolia.symbolic.expression.Expression;
import org.spolia.symbolic.key.Key;

/** A column of a regression, made from the columns of a table. */
public record FeatureQuantity(
        @Key(value = "name in formulas", pattern = Naming.PATTERN, patternInWords = Naming.WORDS)
        String name,

        @Key(
                value =
                        "formula over the fields, the parameters as parameter_NAME, the coordinates and t; for a survey, an expression in Spark SQL. If absent, it is the name: a column, or a field and the axes of its derivative such as A_xx",
                sameAs = "name")
        String of,

        @Key(
                value =
                        "axes of the derivative of the formula, such as t, xx or xy, or sums of derivatives such as xx+yy; absent for the formula itself",
                byDefault = "''",
                pattern = "(\\w+(\\+\\w+)*)?",
                patternInWords = "axes such as t, xx or xx+yy")
        String by,

        @Key(value = "unit as in the source; '1' for none, absent if unknown", byDefault = "''")
        String unit,

        @Key(value = "meaning of the quantity", byDefault = "''")
        String description)
        implements Serializable {
    /** A name that is not a function. */
    private static final Pattern NAME = Pattern.compile("\\b[A-Za-z_]\\w*\\b(?!\\s*\\()");

    private static final Pattern NUMBER = Pattern.compile("\\b\\d+(\\.\\d*)?([eE][+-]?\\d+)?");

    /** The names in the formula. */
    public List<String> names() {
        return NAME.matcher(NUMBER.matcher(of).replaceAll("0"))
                .results()
                .map(match -> match.group())
                .filter(found -> !found.equals("pi"))
                .distinct()
                .toList();
    }

    /** The formula over {@link #names}. */
    Expression formula(String key) {
        return FormulaProblem.parse(key, of, names(), List.of());
    }
}
