package org.spolia.symbolic.key;

import java.lang.reflect.RecordComponent;
import java.util.Locale;

/** Spellings of a name, componentName in Java and key-name elsewhere, and quoted values in messages. */
public final class Names {
    private static final int LONGEST_QUOTE = 60;

    private Names() {}

    /** The key that a component is. */
    public static String key(RecordComponent component) {
        Key key = component.getAnnotation(Key.class);
        return key == null || key.name().isEmpty() ? kebab(component.getName()) : key.name();
    }

    public static String kebab(String camelCase) {
        return camelCase.replaceAll("([a-z0-9])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT);
    }

    /** The constant {@code LOG_UNIFORM} is written {@code log-uniform}. */
    public static String kebab(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static String join(String path, String key) {
        if (path.isEmpty() || key.isEmpty()) {
            return path + key;
        }
        return key.startsWith("[") ? path + key : path + "." + key;
    }

    /** Returns the text in quotes, on one line, and short enough for a message. */
    public static String quote(String text) {
        String line = text.strip().replaceAll("\\s*\\R\\s*", " ");
        return "'" + (line.length() > LONGEST_QUOTE ? line.substring(0, LONGEST_QUOTE) + "…" : line) + "'";
    }
}
