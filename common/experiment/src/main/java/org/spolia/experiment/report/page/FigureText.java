package org.spolia.experiment.report.page;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The texts and settings of a figure, from its resource.
 *
 * @param title the question that it answers
 * @param needs what an experiment must have for the query to return rows, as HTML
 * @param tables the columns of its tables by their names
 * @param only texts in columns that rows of a table must have
 * @param curves the axes of its curves
 * @param chart its chart
 * @param reading sentences about what the answer shows and does not show, as HTML with slots such as {@code {scores}}
 */
public record FigureText(
        String title,
        String needs,
        Map<String, List<FigureColumn>> tables,
        Map<String, String> only,
        @Nullable Curves curves,
        @Nullable FigureChart chart,
        List<String> reading) {
    /** The name of the table of a figure with a single table. */
    public static final String ROWS = "rows";

    private static final Pattern SLOT = Pattern.compile("\\{(\\w+)}");

    public FigureText {
        tables = tables == null ? Map.of() : Map.copyOf(tables);
        only = only == null ? Map.of() : Map.copyOf(only);
        reading = List.copyOf(reading);
    }

    /** Returns the axes of the curves; the figure must have curves. */
    public Curves axes() {
        if (curves == null) {
            throw new IllegalStateException("No curves in the figure " + title);
        }
        return curves;
    }

    /**
     * Returns the chart as HTML; the figure must have a chart.
     *
     * @param rows the number of rows, which increase its height
     * @param values the values of its options
     */
    public String chart(int rows, Map<String, ?> values) {
        if (chart == null) {
            throw new IllegalStateException("No chart in the figure " + title);
        }
        return chart.draw(rows, values);
    }

    /** Returns the table of a figure; empty if it has none. */
    public String table(List<Answer.Entry> rows) {
        return tables.isEmpty() ? "" : table(ROWS, rows, Map.of());
    }

    /**
     * Returns a table as HTML.
     *
     * @param own the cells that are not columns of the answer, by their names
     */
    public String table(String name, List<Answer.Entry> rows, Map<String, Function<Answer.Entry, String>> own) {
        List<FigureColumn> columns = columns(name);
        return Html.table(
                name.equals("front") ? name : "stacked",
                columns.stream().map(FigureColumn::title).toList(),
                rows.stream()
                        .filter(row -> row.has(only) && columns.stream().allMatch(column -> column.isIn(row)))
                        .map(row -> columns.stream()
                                .map(column -> column.cell(row, own))
                                .toList())
                        .toList());
    }

    /** Returns the values of a row with their titles, as HTML. */
    public String facts(Answer.Entry row) {
        Map<String, String> values = new LinkedHashMap<>();
        columns(ROWS).forEach(column -> values.put(column.title(), column.as().text(row, column.column())));
        return Html.facts(values);
    }

    private List<FigureColumn> columns(String name) {
        List<FigureColumn> columns = tables.get(name);
        if (columns == null) {
            throw new IllegalArgumentException("No table " + name + " in the figure " + title);
        }
        return columns;
    }

    /** Returns the sentences with their slots filled. */
    String reading(Answer answer, Map<String, String> values) {
        Map<String, String> all = new HashMap<>(values);
        if (curves != null) {
            all.put("least", Numbers.significant(curves.least()));
            all.put("most", Numbers.significant(curves.most()));
            all.put("scores", String.valueOf(answer.greatest("scores")));
        }
        return SLOT.matcher(String.join(" ", reading)).replaceAll(slot -> {
            String value = all.get(slot.group(1));
            if (value == null) {
                throw new IllegalArgumentException("No value for " + slot.group() + " in the figure " + title);
            }
            return Matcher.quoteReplacement(value);
        });
    }
}
