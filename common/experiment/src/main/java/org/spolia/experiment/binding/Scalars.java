package org.spolia.experiment.binding;

import java.math.BigDecimal;
import java.util.List;
import org.spolia.experiment.Suggestion;

/**
 * Single values: texts, numbers, booleans and enum constants. Each is read only from a scalar of the matching YAML
 * type.
 */
final class Scalars {
    /** More digits than any long has. A longer number is rejected before it is expanded. */
    private static final int MOST_DIGITS = 20;

    private Scalars() {}

    static Object value(Node.Scalar scalar, Class<?> type, String path) {
        if (type == String.class) {
            return text(scalar, path);
        }
        if (type == boolean.class) {
            requireKind(scalar, path, type, ScalarKind.TRUTH);
            return Boolean.parseBoolean(scalar.text());
        }
        if (type.isEnum()) {
            requireKind(scalar, path, type, ScalarKind.TEXT);
            return constant(scalar, type, path);
        }
        requireKind(scalar, path, type, ScalarKind.INTEGER, ScalarKind.DECIMAL);
        if (type == double.class || type == Double.class) {
            return decimal(scalar, path);
        }
        if (type == int.class || type == Integer.class) {
            return (int) integer(scalar, type, path, Integer.MAX_VALUE);
        }
        if (type == long.class || type == Long.class) {
            return integer(scalar, type, path, Long.MAX_VALUE);
        }
        throw new IllegalStateException("No scalar for type " + type.getName());
    }

    private static String text(Node.Scalar scalar, String path) {
        ScalarKind kind = ScalarKind.of(scalar);
        if (kind == ScalarKind.NOTHING) {
            throw Binder.mismatch(scalar, path, String.class);
        }
        if (kind != ScalarKind.TEXT) {
            throw scalar.place()
                    .mistake(path, "got " + scalar.description() + "; expected text: write \"" + scalar.text() + "\"");
        }
        return scalar.text();
    }

    private static double decimal(Node.Scalar scalar, String path) {
        String text = scalar.text();
        // Java accepts Infinity and NaN, YAML .inf and .nan; all are rejected.
        double value = text.matches(".*[nN].*") ? Double.NaN : Double.parseDouble(text);
        if (!Double.isFinite(value)) {
            throw scalar.place()
                    .mistake(path, text + " is not allowed; must be a finite number in the range of a double");
        }
        return value;
    }

    private static long integer(Node.Scalar scalar, Class<?> type, String path, long most) {
        if (scalar.text().matches(".*[nN].*")) {
            throw Binder.mismatch(scalar, path, type);
        }
        BigDecimal exact = new BigDecimal(scalar.text());
        boolean fits = exact.precision() - exact.scale() <= MOST_DIGITS
                && exact.abs().compareTo(BigDecimal.valueOf(most)) <= 0;
        if (!fits) {
            throw scalar.place()
                    .mistake(path, scalar.text() + " is not allowed; must be between -" + most + " and " + most);
        }
        if (exact.signum() != 0 && exact.stripTrailingZeros().scale() > 0) {
            throw Binder.mismatch(scalar, path, type);
        }
        return exact.longValue();
    }

    private static Object constant(Node.Scalar scalar, Class<?> type, String path) {
        List<String> names = Shape.constants(type);
        int index = names.indexOf(scalar.text());
        if (index < 0) {
            throw scalar.place().mistake(path, Suggestion.refusal(scalar.text(), names));
        }
        return type.getEnumConstants()[index];
    }

    private static void requireKind(Node.Scalar scalar, String path, Class<?> type, ScalarKind... allowed) {
        if (!List.of(allowed).contains(ScalarKind.of(scalar))) {
            throw Binder.mismatch(scalar, path, type);
        }
    }
}
