package org.spolia.experiment.binding;

import java.util.Locale;

/** Spellings of one name: componentName in Java, key-name in YAML. */
final class Names {
    private Names() {}

    static String kebab(String camelCase) {
        return camelCase.replaceAll("([a-z0-9])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT);
    }

    /** The constant {@code LOG_UNIFORM} is written {@code log-uniform}. */
    static String kebab(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static String join(String path, String key) {
        if (path.isEmpty() || key.isEmpty()) {
            return path + key;
        }
        return key.startsWith("[") ? path + key : path + "." + key;
    }
}
