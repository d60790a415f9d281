package org.spolia.experiment.report.page;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The result of a query.
 *
 * @param columns the names of the columns
 * @param rows values in the order of the columns: numbers, strings, booleans or null
 */
public record Answer(List<String> columns, List<List<@Nullable Object>> rows) {
    /**
     * Copies both.
     *
     * @throws IllegalArgumentException if a row has another number of values than there are columns
     */
    public Answer {
        columns = List.copyOf(columns);
        List<List<@Nullable Object>> copies = new ArrayList<>();
        for (List<@Nullable Object> row : rows) {
            if (row.size() != columns.size()) {
                throw new IllegalArgumentException("A row has " + row.size() + " values for the columns " + columns);
            }
            copies.add(Collections.unmodifiableList(new ArrayList<>(row)));
        }
        rows = Collections.unmodifiableList(copies);
    }

    boolean isEmpty() {
        return rows.isEmpty();
    }

    public List<Entry> entries() {
        return rows.stream().map(Entry::new).toList();
    }

    /** The rows with this text in a column. */
    public Answer with(String column, String text) {
        Map<String, String> wanted = Map.of(column, text);
        return new Answer(
                columns,
                entries().stream()
                        .filter(row -> row.has(wanted))
                        .map(row -> row.values)
                        .toList());
    }

    /** The first row, if there is one. */
    public Optional<Entry> first() {
        return entries().stream().findFirst();
    }

    /** The distinct texts of a column, in order of appearance. */
    public List<String> names(String column) {
        return entries().stream().map(row -> row.name(column)).distinct().toList();
    }

    /** The largest count in a column. */
    public long greatest(String column) {
        return entries().stream().mapToLong(row -> row.count(column)).max().orElse(0);
    }

    /** A row, with values by column name. */
    public final class Entry {
        private final List<@Nullable Object> values;

        private Entry(List<@Nullable Object> values) {
            this.values = values;
        }

        private @Nullable Object value(String column) {
            int index = columns.indexOf(column);
            if (index < 0) {
                throw new IllegalArgumentException("No column " + column + " among " + columns);
            }
            return values.get(index);
        }

        /** Empty for NULL. */
        public Optional<Double> number(String column) {
            return Optional.ofNullable(value(column)).map(value -> ((Number) value).doubleValue());
        }

        public long count(String column) {
            return Math.round(number(column).orElse(0.0));
        }

        /** Empty for NULL. */
        public Optional<String> text(String column) {
            return Optional.ofNullable(value(column)).map(Object::toString);
        }

        public String name(String column) {
            return text(column).orElse("");
        }

        /** Returns whether columns have these texts. */
        boolean has(Map<String, String> texts) {
            return texts.entrySet().stream()
                    .allMatch(text -> name(text.getKey()).equals(text.getValue()));
        }

        public boolean isTrue(String column) {
            return Boolean.TRUE.equals(value(column));
        }
    }
}
