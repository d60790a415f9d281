package org.spolia.hdf5.layout;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.spolia.hdf5.Hdf5Value;
import org.spolia.hdf5.type.Hdf5Exception;

/**
 * Attributes of The Well with the deviations found in real files: lists that are a single string or an empty list of
 * numbers, and missing flags.
 */
final class WellAttributes {
    private WellAttributes() {}

    static List<String> texts(Map<String, Hdf5Value> attributes, String name) {
        Hdf5Value value = attributes.get(name);
        return value == null ? List.of() : Arrays.asList(value.texts());
    }

    static Optional<Boolean> truth(Map<String, Hdf5Value> attributes, String name) {
        return Optional.ofNullable(attributes.get(name)).map(Hdf5Value::truth);
    }

    static Optional<boolean[]> truths(Map<String, Hdf5Value> attributes, String name) {
        return Optional.ofNullable(attributes.get(name)).map(Hdf5Value::truths);
    }

    static Optional<WellBoundary.Kind> boundary(Map<String, Hdf5Value> attributes, String file, String group) {
        Hdf5Value value = attributes.get("bc_type");
        if (value == null) {
            return Optional.empty();
        }
        String kind = value.text().strip();
        try {
            return Optional.of(WellBoundary.Kind.valueOf(kind.toUpperCase(Locale.ROOT)));
        } catch (IllegalArgumentException e) {
            throw new Hdf5Exception(
                    file, group, "has the bc_type '" + kind + "'; there are WALL, OPEN and PERIODIC", e);
        }
    }
}
