package org.spolia.experiment.data;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.spolia.experiment.ExperimentException;
import org.spolia.experiment.Suggestion;
import org.spolia.symbolic.key.Names;

/**
 * A column whose texts divide rows into groups.
 *
 * @param column its name
 * @param labels the different texts, sorted
 */
public record Categories(String column, List<String> labels) {
    /** The column without labels, for tables without such a column. */
    public static final Categories NONE = new Categories("", List.of());

    public Categories {
        labels = List.copyOf(labels);
    }

    /** The categories of the rows of a table. */
    public static Categories of(NumericTable table, String column) {
        List<String> texts = table.texts(column);
        Categories categories = new Categories(column, List.copyOf(new TreeSet<>(texts)));
        if (categories.labels().size() < 2) {
            throw new ExperimentException(table.place() + ": column '" + column + "': has "
                    + (texts.isEmpty() ? "no rows" : "one category, '" + texts.get(0) + "'")
                    + "; parameters by category need at least 2");
        }
        return categories;
    }

    public boolean isEmpty() {
        return labels.isEmpty();
    }

    /** The index of each row's label. */
    public int[] rows(NumericTable table) {
        Map<String, Integer> indices = new HashMap<>();
        labels.forEach(label -> indices.put(label, indices.size()));
        return table.texts(column).stream()
                .mapToInt(text -> index(indices.get(text), text, table))
                .toArray();
    }

    private int index(@Nullable Integer index, String text, NumericTable table) {
        if (index == null) {
            throw new ExperimentException(table.place() + ": column '" + column + "': category "
                    + Names.quote(text) + " did not occur when the model was fitted; known are "
                    + Suggestion.list(labels));
        }
        return index;
    }

    /** Returns for each category a column that is 1 in its rows and 0 in all others. */
    public double[][] indicators(int[] rows) {
        double[][] indicators = new double[labels.size()][rows.length];
        for (int row = 0; row < rows.length; row++) {
            indicators[rows[row]][row] = 1;
        }
        return indicators;
    }
}
