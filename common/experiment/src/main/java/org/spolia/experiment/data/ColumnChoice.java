package org.spolia.experiment.data;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.spolia.experiment.ExperimentException;
import org.spolia.experiment.Glob;
import org.spolia.experiment.Suggestion;
import org.spolia.symbolic.key.Names;

/**
 * The columns of a table that are variables. Names and patterns, in which {@code *} matches any text and {@code ?} one
 * character.
 *
 * @param features the columns to use; all if empty
 * @param exclude columns to leave out of these
 */
public record ColumnChoice(List<String> features, List<String> exclude) {
    public ColumnChoice {
        features = List.copyOf(features);
        exclude = List.copyOf(exclude);
    }

    /**
     * Returns the variables in the order of their names or patterns; those of one pattern in the order of the table.
     *
     * @param reserved columns that cannot be variables: targets, weights, categories
     */
    public List<String> of(NumericTable table, Set<String> reserved) {
        Set<String> chosen = new LinkedHashSet<>();
        if (features.isEmpty()) {
            chosen.addAll(table.columns());
        }
        features.forEach(feature -> chosen.addAll(matching("--features", feature, table, reserved)));
        for (String pattern : exclude) {
            if (reserved.contains(pattern)) {
                throw new ExperimentException("--exclude '" + pattern + "': has another role in this fit: the target,"
                        + " the weights or the categories; leave it out of one of the options");
            }
            matching("--exclude", pattern, table, reserved).forEach(chosen::remove);
        }
        chosen.removeAll(reserved);
        if (chosen.isEmpty()) {
            throw new ExperimentException(table.place() + ": no column is left to explain '"
                    + String.join("', '", reserved) + "' with; a regression needs at least one variable"
                    + (exclude.isEmpty() ? "" : ", so exclude fewer columns"));
        }
        return List.copyOf(chosen);
    }

    private static List<String> matching(String option, String text, NumericTable table, Set<String> reserved) {
        if (table.columns().contains(text)) {
            return List.of(text);
        }
        boolean pattern = text.indexOf('*') >= 0 || text.indexOf('?') >= 0;
        List<String> matching = new ArrayList<>();
        if (pattern) {
            table.columns().stream()
                    .filter(Glob.of(text))
                    .filter(column -> !reserved.contains(column))
                    .forEach(matching::add);
        }
        if (matching.isEmpty()) {
            throw new ExperimentException(option + ": " + table.place() + " has no column "
                    + (pattern ? "that matches " : "") + Names.quote(text) + "; "
                    + Suggestion.instead(text, table.columns()));
        }
        return matching;
    }

    /** Returns a pattern for a column whose name may contain commas, which separate patterns. */
    static String pattern(String column) {
        return column.replace(',', '?').replace('\'', '?');
    }
}
