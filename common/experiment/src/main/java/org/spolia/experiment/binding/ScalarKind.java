package org.spolia.experiment.binding;

import java.util.regex.Pattern;

/**
 * The type of a scalar in the core schema of YAML 1.2, in which {@code yes} and {@code 1_000} are texts, and {@code
 * 010} is the decimal number 10.
 */
enum ScalarKind {
    TEXT,
    INTEGER,
    DECIMAL,
    TRUTH,
    NOTHING;

    private static final Pattern INTEGERS = Pattern.compile("[-+]?(0|[1-9][0-9]*)");
    private static final Pattern DECIMALS = Pattern.compile(
            "[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]+)?|[-+]?\\.(inf|Inf|INF)|\\.(nan|NaN|NAN)");
    private static final Pattern TRUTHS = Pattern.compile("true|True|TRUE|false|False|FALSE");
    private static final Pattern NOTHINGS = Pattern.compile("null|Null|NULL|~|");

    static ScalarKind of(Node.Scalar scalar) {
        String text = scalar.text();
        if (!scalar.plain()) {
            return TEXT;
        }
        if (INTEGERS.matcher(text).matches()) {
            return INTEGER;
        }
        if (DECIMALS.matcher(text).matches()) {
            return DECIMAL;
        }
        if (TRUTHS.matcher(text).matches()) {
            return TRUTH;
        }
        return NOTHINGS.matcher(text).matches() ? NOTHING : TEXT;
    }
}
