package org.spolia.jobs.tables;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The tables and views that a text speaks of, directly or through views, in the order in which they are made.
 *
 * @param tables some of {@link Table}
 * @param views some of {@link View}
 */
record Names(List<Table> tables, List<View> views) {

    static Names in(String text) {
        Set<String> words = words(text);
        // A view is made of earlier ones, so one pass from the last to the first is enough.
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
                Arrays.stream(all)
                        .filter(view -> words.contains(view.viewName()))
                        .toList());
    }

    boolean isEmpty() {
        return tables.isEmpty() && views.isEmpty();
    }

    private static Set<String> words(String text) {
        return new HashSet<>(List.of(text.toLowerCase(Locale.ROOT).split("\\W+", -1)));
    }
}
