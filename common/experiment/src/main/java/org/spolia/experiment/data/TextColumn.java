package org.spolia.experiment.data;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.spolia.experiment.ExperimentException;

/**
 * A column without numbers.
 *
 * @param name the name of the column
 * @param content one of its values in quotes, or their type
 */
public record TextColumn(String name, String content) {
    /** Returns the error of a command line for a table with such columns: all of them, and how to leave them out. */
    public static ExperimentException error(String place, List<TextColumn> columns, Collection<String> targets) {
        for (TextColumn column : columns) {
            if (targets.contains(column.name())) {
                return new ExperimentException(place + ": the target '" + column.name() + "' holds " + column.content()
                        + ", not numbers; choose a --target with numbers, or code its categories as numbers");
            }
        }
        String names = columns.stream().map(TextColumn::name).collect(Collectors.joining("', '"));
        String contents =
                columns.stream().map(TextColumn::content).distinct().limit(5).collect(Collectors.joining(", "));
        boolean one = columns.size() == 1;
        return new ExperimentException(place + ": column" + (one ? " '" : "s '") + names + "' "
                + (one ? "holds " : "hold ") + contents + ", not numbers; leave " + (one ? "it" : "them")
                + " out with --exclude '"
                + columns.stream()
                        .map(column -> ColumnChoice.pattern(column.name()))
                        .collect(Collectors.joining(","))
                + "', or name the columns to use with --features");
    }
}
