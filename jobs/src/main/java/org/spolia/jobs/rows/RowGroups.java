package org.spolia.jobs.rows;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.unsafe.types.UTF8String;
import org.spolia.experiment.ExperimentException;
import org.spolia.symbolic.export.Sql;

/**
 * The groups of rows that have own constants: the different values of a column as texts, sorted.
 *
 * @param column its name
 * @param names the groups in the order of their numbers
 * @param largest the group with the most rows, by name if there are several
 */
public record RowGroups(String column, List<String> names, String largest) {
    private static final int MOST = 200_000;

    public RowGroups {
        names = List.copyOf(names);
    }

    /** Counts the groups of a table. */
    public static RowGroups of(String place, Dataset<Row> data, String column) {
        Column text = text(column);
        List<Row> counted = data.where(text.isNotNull())
                .groupBy(text)
                .count()
                .limit(MOST + 1)
                .collectAsList();
        if (counted.size() < 2 || counted.size() > MOST) {
            throw new ExperimentException(place + ": column '" + column + "': has "
                    + (counted.size() < 2 ? counted.size() + " group" : "more than " + MOST + " groups")
                    + "; --groups takes a column with 2 to " + MOST);
        }
        List<Row> sorted = new ArrayList<>(counted);
        sorted.sort(Comparator.comparing(row -> row.getString(0)));
        Row largest = sorted.get(0);
        for (Row row : sorted) {
            largest = row.getLong(1) > largest.getLong(1) ? row : largest;
        }
        return new RowGroups(
                column, sorted.stream().map(row -> row.getString(0)).toList(), largest.getString(0));
    }

    private static Column text(String column) {
        return functions.col(Sql.quoted(column)).cast(DataTypes.StringType);
    }

    Column text() {
        return text(column);
    }

    /** Returns the rows of the largest group. */
    public Dataset<Row> largestOf(Dataset<Row> data) {
        return data.where(text().equalTo(largest));
    }

    Map<UTF8String, Integer> numbers() {
        Map<UTF8String, Integer> numbers = new HashMap<>();
        for (int group = 0; group < names.size(); group++) {
            numbers.put(UTF8String.fromString(names.get(group)), group);
        }
        return numbers;
    }
}
