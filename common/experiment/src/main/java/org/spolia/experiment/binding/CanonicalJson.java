package org.spolia.experiment.binding;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.spolia.symbolic.expression.Decimal;
import org.spolia.symbolic.key.Flattened;
import org.spolia.symbolic.key.Key;
import org.spolia.symbolic.key.Names;
import org.spolia.symbolic.key.NoKey;
import org.spolia.symbolic.key.Records;

/**
 * Canonical JSON, so that equal values have equal texts: sorted keys in kebab-case, no spaces, the fewest digits that
 * represent a number exactly. Keys that were {@linkplain Key#laterAdded added later} are omitted if they have their
 * defaults, and keys {@linkplain Key#withoutEffect without effect} on results always. {@link Document#parse} reads the
 * text of a record back to a record that is equal except for the latter.
 */
public final class CanonicalJson {
    private CanonicalJson() {}

    /** Returns the text of a record, map, list, enum, text, number or boolean. */
    public static String of(Object value) {
        if (value instanceof Record record) {
            return object(components(record));
        }
        if (value instanceof Map<?, ?> map) {
            Map<String, Object> sorted = new TreeMap<>();
            map.forEach((key, entry) -> sorted.put(String.valueOf(key), entry));
            return object(sorted);
        }
        if (value instanceof List<?> list) {
            return list.stream().map(CanonicalJson::of).collect(Collectors.joining(",", "[", "]"));
        }
        if (value instanceof Enum<?> constant) {
            return quote(Names.kebab(constant));
        }
        if (value instanceof String text) {
            return quote(text);
        }
        if (value instanceof Double number) {
            return Decimal.shortest(number);
        }
        if (value instanceof Number || value instanceof Boolean) {
            return value.toString();
        }
        throw new IllegalArgumentException(
                "No JSON for type " + value.getClass().getName());
    }

    private static Map<String, Object> components(Record record) {
        Map<String, Object> components = new TreeMap<>();
        for (RecordComponent component : record.getClass().getRecordComponents()) {
            Object value = Records.value(record, component);
            if (component.isAnnotationPresent(Flattened.class)) {
                components.putAll(components((Record) value));
            } else if (!component.isAnnotationPresent(NoKey.class) && !isSilent(component, value)) {
                components.put(Names.key(component), value);
            }
        }
        return components;
    }

    private static boolean isSilent(RecordComponent component, Object value) {
        Key key = component.getAnnotation(Key.class);
        if (key == null || key.withoutEffect()) {
            return key != null;
        }
        return key.laterAdded()
                && Default.instance(component).filter(value::equals).isPresent();
    }

    private static String object(Map<String, Object> sorted) {
        return sorted.entrySet().stream()
                .map(entry -> quote(entry.getKey()) + ":" + of(entry.getValue()))
                .collect(Collectors.joining(",", "{", "}"));
    }

    private static String quote(String text) {
        return '"' + new String(JsonStringEncoder.getInstance().quoteAsString(text)) + '"';
    }
}
