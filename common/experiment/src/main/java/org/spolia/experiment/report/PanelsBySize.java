package org.spolia.experiment.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Something against the number of labels, a line for each encoder with quartiles, a panel for each probe, part that is scored and head.
 *
 * @param axis what stands at the axis, said of a row of the panel
 * @param logarithmic whether its axis is
 * @param least what is below is drawn there
 * @param most what is above is drawn there
 */
record PanelsBySize(Function<Answer.Entry, String> axis, boolean logarithmic, double least, double most) {
    /**
     * The panels as HTML.
     *
     * @param answer with columns probe, quantity, dataset, split, test_dataset, head, encoder, setting, size, lower, median and upper
     */
    String draw(Answer answer) {
        return draw(answer.entries());
    }

    /** The same of some of its rows. */
    String draw(List<Answer.Entry> entries) {
        Map<String, List<Answer.Entry>> panels = new LinkedHashMap<>();
        entries.forEach(row ->
                panels.computeIfAbsent(title(row), panel -> new ArrayList<>()).add(row));
        StringBuilder html = new StringBuilder();
        panels.forEach((title, rows) -> html.append("<h3>")
                .append(Html.escape(title))
                .append("</h3>")
                .append(new SizeCurves(axis.apply(rows.get(0)), logarithmic ? "log" : "value", least, most)
                        .chart(title, rows)));
        return html.toString();
    }

    /** The most scores that a point stands for. */
    static long scores(Answer answer) {
        return answer.entries().stream()
                .mapToLong(row -> row.count("scores"))
                .max()
                .orElse(0);
    }

    private static String title(Answer.Entry row) {
        String scored = row.name("split").equals("test")
                ? "like those that were learned from"
                : row.name("dataset").equals(row.name("test_dataset")) ? "held-out range" : row.name("test_dataset");
        return row.name("probe") + ": " + row.name("quantity") + " of " + row.name("dataset") + ", " + scored + ", by "
                + row.name("head");
    }
}
