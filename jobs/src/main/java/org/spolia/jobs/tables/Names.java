package org.spolia.jobs.tables;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The tables and views that a text names, directly or through views, in the order of their creation.
 *
 * @param tables some of {@link Table}
 * @param kinds the kinds of the named tables made from files
 * @param views some of {@link View}
 */
public record Names(List<Table> tables, List<ShardKind> kinds, List<View> views) {
    static final Names ALL = new Names(List.of(Table.values()), List.of(ShardKind.values()), List.of(View.values()));

    public static Names in(String text) {
        Set<String> words = words(text);
        // A view depends only on earlier ones, so one pass from the last to the first is enough.
        View[] all = View.values();
        for (int i = all.length - 1; i >= 0; i--) {
            if (words.contains(all[i].viewName())) {
                words.addAll(words(all[i].statement()));
            }
        }
        return new Names(
                Arrays.stream(Table.values())
                        .filter(table -> words.contains(table.tableName()))
                        .toList(),
                Arrays.stream(ShardKind.values())
                        .filter(kind -> words.contains(kind.toString()))
                        .toList(),
                Arrays.stream(all)
                        .filter(view -> words.contains(view.viewName()))
                        .toList());
    }

    /** Returns the names in the text, or all if it contains none. */
    public static Names inOrAll(String text) {
        Names found = in(text);
        return found.isEmpty() ? ALL : found;
    }

    boolean isEmpty() {
        return tables.isEmpty() && kinds.isEmpty() && views.isEmpty();
    }

    private static Set<String> words(String text) {
        return new HashSet<>(List.of(text.toLowerCase(Locale.ROOT).split("\\W+", -1)));
    }
}
