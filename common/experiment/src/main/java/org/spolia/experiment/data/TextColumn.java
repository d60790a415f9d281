package org.spolia.experiment.data;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.spolia.experiment.ExperimentException;
import org.spolia.experiment.Suggestion;

/**
 * A column that holds no numbers.
 *
 * @param name of the column
 * @param example one of its values, or its type
 */
public record TextColumn(String name, String example) {
    /** What a command line says about a table with such columns: all of them, and how to leave them out. */
    public static ExperimentException error(String place, List<TextColumn> columns, Collection<String> targets) {
        for (TextColumn column : columns) {
            if (targets.contains(column.name())) {
                return new ExperimentException(place + ": the target '" + column.name() + "' has no numbers (such as "
                        + Suggestion.quote(column.example()) + "); choose a --target with numbers, or code its"
                        + " categories as numbers");
            }
        }
        String names = columns.stream().map(TextColumn::name).collect(Collectors.joining("', '"));
        String examples = columns.stream()
                .map(column -> Suggestion.quote(column.example()))
                .distinct()
                .limit(5)
                .collect(Collectors.joining(", "));
        boolean one = columns.size() == 1;
        return new ExperimentException(place + ": column" + (one ? " '" : "s '") + names + "' "
                + (one ? "has" : "have") + " no numbers (such as " + examples + "); leave " + (one ? "it" : "them")
                + " out with --exclude '"
                + columns.stream()
                        .map(column -> ColumnChoice.pattern(column.name()))
                        .collect(Collectors.joining(","))
                + "', or name the columns to use with --features");
    }
}
