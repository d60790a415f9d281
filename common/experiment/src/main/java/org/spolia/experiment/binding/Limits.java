package org.spolia.experiment.binding;

import java.lang.reflect.RecordComponent;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.spolia.experiment.Suggestion;
import org.spolia.symbolic.expression.Decimal;

/** Checks the values of a record against the limits that its {@link Key} annotations state. Compact constructors call it first. */
public final class Limits {
    /** A configuration is what people write; what is planned from it grows with the product of its lists. */
    private static final int MOST_ELEMENTS = 10_000;

    private Limits() {}

    /**
     * Passes when every value is within the limits of its component.
     *
     * @param values the arguments of the compact constructor, in their order
     * @throws InvalidValueException for the first value that is not
     */
    public static void check(Class<? extends Record> type, Object... values) {
        RecordComponent[] components = type.getRecordComponents();
        if (components.length != values.length) {
            throw new IllegalStateException(type.getSimpleName() + " has " + components.length + " components, got "
                    + values.length + " values");
        }
        for (int i = 0; i < components.length; i++) {
            Key key = components[i].getAnnotation(Key.class);
            if (key != null) {
                check(Names.kebab(components[i].getName()), key, values[i]);
            }
        }
    }

    /** Passes when no two elements of a list have the same name. */
    public static void checkDistinct(String path, String nameKey, List<String> names) {
        Map<String, Integer> first = new HashMap<>();
        for (int i = 0; i < names.size(); i++) {
            Integer earlier = first.putIfAbsent(names.get(i), i);
            if (earlier != null) {
                throw new InvalidValueException(
                        path + "[" + i + "]" + (nameKey.isEmpty() ? "" : "." + nameKey),
                        Suggestion.quote(names.get(i)) + " is given twice (first as element " + earlier
                                + "); give each once");
            }
        }
    }

    private static void check(String path, Key key, Object value) {
        if (value instanceof List<?> list) {
            checkList(path, key, list);
        } else if (value instanceof Number number) {
            checkNumber(path, key, number);
        } else if (value instanceof String text && !key.pattern().isEmpty() && !text.matches(key.pattern())) {
            throw new InvalidValueException(
                    path, Suggestion.quote(text) + " is not allowed; must be " + key.patternInWords());
        }
    }

    private static void checkList(String path, Key key, List<?> list) {
        if (list.size() > MOST_ELEMENTS) {
            throw new InvalidValueException(
                    path, "the list has " + list.size() + " elements; at most " + MOST_ELEMENTS + " are allowed");
        }
        if (list.size() < key.minItems()) {
            throw new InvalidValueException(
                    path, list.isEmpty() ? "the list is empty; name at least " + key.minItems() : tooShort(key, list));
        }
        for (int i = 0; i < list.size(); i++) {
            check(path + "[" + i + "]", key, list.get(i));
        }
        if (key.distinct()) {
            checkDistinct(path, "", list.stream().map(Limits::text).toList());
        }
    }

    private static String tooShort(Key key, List<?> list) {
        return "the list has " + list.size() + " elements; needs at least " + key.minItems();
    }

    private static void checkNumber(String path, Key key, Number number) {
        double value = number.doubleValue();
        String rule = "";
        if (!Double.isFinite(value)) {
            rule = "must be a finite number";
        } else if (value < key.atLeast()) {
            rule = "must be >= " + text(key.atLeast());
        } else if (value <= key.above()) {
            rule = "must be > " + text(key.above());
        } else if (value > key.atMost()) {
            rule = "must be <= " + text(key.atMost());
        } else if (value >= key.below()) {
            rule = "must be < " + text(key.below());
        }
        if (!rule.isEmpty()) {
            throw new InvalidValueException(path, text(number) + " is not allowed; " + rule);
        }
    }

    /** Numbers in the fewest digits, on every JDK alike. */
    static String text(Object value) {
        if (value instanceof Double number) {
            return Decimal.shortest(number);
        }
        return String.valueOf(value);
    }
}
