package org.spolia.experiment.report.law;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.spolia.experiment.report.page.Answer;
import org.spolia.experiment.report.page.FigureText;

/** Values with their intervals, one below the other, with a line at zero effect. */
final class Intervals {
    private Intervals() {}

    /**
     * Returns the chart of a figure.
     *
     * @param column the column of the values
     * @param names the names of the rows
     * @param options the options that depend on the rows
     */
    static String draw(
            FigureText text, List<Answer.Entry> rows, String column, List<String> names, Map<String, ?> options) {
        List<List<Object>> intervals = new ArrayList<>();
        List<List<Object>> points = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            int place = i;
            Answer.Entry row = rows.get(i);
            row.number(column).ifPresent(value -> points.add(List.of(value, place)));
            row.number("lower")
                    .ifPresent(lower ->
                            row.number("upper").ifPresent(upper -> intervals.add(List.of(place, lower, upper))));
        }
        Map<String, Object> values = new HashMap<>(options);
        values.putAll(Map.of("names", names, "points", points, "intervals", intervals));
        return text.chart(rows.size(), values);
    }
}
