package org.spolia.jobs.source.format;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/** A row with the constants of a file, and the places of all other columns. */
public final class RowTemplate {
    private final @Nullable Object[] values;
    private final Map<String, Integer> places = new HashMap<>();

    private RowTemplate(int columns) {
        this.values = new Object[columns];
    }

    public static RowTemplate of(StructType columns, Map<String, Optional<Object>> constants) {
        RowTemplate template = new RowTemplate(columns.length());
        Map<String, Optional<Object>> folded = new HashMap<>();
        constants.forEach((name, value) -> folded.put(FileHeader.fold(name), value));
        for (int i = 0; i < columns.length(); i++) {
            String name = FileHeader.fold(columns.apply(i).name());
            Optional<Object> constant = folded.get(name);
            if (constant == null) {
                template.places.put(name, i);
            } else {
                template.values[i] = constant.orElse(null);
            }
        }
        return template;
    }

    /** The place of a column that is not constant, if it is requested. */
    OptionalInt place(String column) {
        Integer place = places.get(FileHeader.fold(column));
        return place == null ? OptionalInt.empty() : OptionalInt.of(place);
    }

    /** The values of a row so far. */
    @Nullable
    public Object[] row() {
        return values.clone();
    }
}
