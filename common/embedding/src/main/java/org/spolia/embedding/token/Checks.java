package org.spolia.embedding.token;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Checks of the parameters and the inputs of codecs. */
final class Checks {
    private Checks() {}

    static void require(@Nullable Object value, String key) {
        if (value == null) {
            throw new IllegalArgumentException("'" + key + "' of a codec is missing");
        }
    }

    static void requireNamed(@Nullable String name, String key) {
        if (name == null || name.isEmpty()) {
            throw new IllegalArgumentException("'" + key + "' of a codec is missing");
        }
    }

    /** Returns the problem of a present column whose number of values is wrong. */
    static Optional<String> length(Map<String, float[]> values, String column, int length) {
        float[] found = values.get(column);
        return found == null || found.length == length
                ? Optional.empty()
                : Optional.of("column " + column + " has " + found.length + " values, and the encoder takes " + length);
    }
}
