package org.spolia.symbolic.key;

import java.lang.reflect.RecordComponent;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.spolia.symbolic.expression.Decimal;

/** Checks the values of a record against the limits of its {@link Key} annotations. */
public final class Limits {
    /** People write configurations, and the number of planned trials grows with the product of their lists. */
    private static final int MOST_ELEMENTS = 10_000;

    private Limits() {}

    /**
     * Checks that each value is within the limits of its component.
     *
     * @param values the arguments of the constructor, in their order
     * @throws InvalidValueException for the first value that is not
     */
    public static void check(Class<?> type, Object... values) {
        RecordComponent[] components = type.getRecordComponents();
        for (int i = 0; i < components.length; i++) {
            check(components[i], Names.key(components[i]), values[i]);
        }
    }

    /**
     * Passes when the values of a record, and of the records in it, are within their limits.
     *
     * @throws InvalidValueException for the first value that is not, under the key that it has in the innermost record
     */
    public static void check(Record record) {
        for (RecordComponent component : record.getClass().getRecordComponents()) {
            if (component.isAnnotationPresent(Key.class) || component.isAnnotationPresent(Flattened.class)) {
                Object value = Records.value(record, component);
                check(component, Names.key(component), value);
                List<?> values = value instanceof List<?> list ? list : List.of(value);
                values.stream().filter(Record.class::isInstance).forEach(inner -> check((Record) inner));
            }
        }
    }

    /**
     * Checks that a value is within the limits of a component.
     *
     * @param path the name of the value in messages
     */
    public static void check(RecordComponent component, String path, Object value) {
        Key key = component.getAnnotation(Key.class);
        if (key != null) {
            check(path, key, value);
        }
    }

    /** Checks that the elements of a list have different names. */
    public static void checkDistinct(String path, String nameKey, List<String> names) {
        Map<String, Integer> first = new HashMap<>();
        for (int i = 0; i < names.size(); i++) {
            Integer earlier = first.putIfAbsent(names.get(i), i);
            if (earlier != null) {
                throw new InvalidValueException(
                        path + "[" + i + "]" + (nameKey.isEmpty() ? "" : "." + nameKey),
                        Names.quote(names.get(i)) + " is given twice (first as element " + earlier
                                + "); give each once");
            }
        }
    }

    private static void check(String path, Key key, Object value) {
        if (value instanceof List<?> list) {
            checkList(path, key, list);
        } else if (value instanceof Number number) {
            Range.of(key).check(path, number);
        } else if (value instanceof String text && !key.pattern().isEmpty() && !text.matches(key.pattern())) {
            throw new InvalidValueException(
                    path, Names.quote(text) + " is not allowed; must be " + key.patternInWords());
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

    /** Writes numbers in the fewest digits, the same on every JDK. */
    static String text(Object value) {
        return value instanceof Double number ? Decimal.shortest(number) : String.valueOf(value);
    }
}
