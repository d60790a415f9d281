package org.spolia.experiment.report.vector;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.spolia.experiment.report.page.Answer;
import org.spolia.experiment.report.page.Curves;
import org.spolia.experiment.report.page.Figure;
import org.spolia.experiment.report.page.FigureText;
import org.spolia.experiment.report.page.Html;
import org.spolia.experiment.report.page.LineStyles;

/**
 * Scores against training size: panels in one style with a common legend, and a line with quartiles for each encoder.
 */
public final class PanelsBySize {
    private PanelsBySize() {}

    /** A panel for each probe, scored part and head, and the table of a figure that has one. */
    public static Figure figure(String id) {
        return Figure.drawn(id, (text, answer) -> draw(text, answer) + text.table(answer.entries()));
    }

    /** A panel for each probe, scored part and range of steps. */
    public static Figure forecasts() {
        return Figure.drawn("forecasts", (text, answer) -> draw(text.axes(), answer, PanelsBySize::titleOfSteps));
    }

    /** The panels, as HTML. */
    static String draw(FigureText text, Answer answer) {
        return draw(text.axes(), answer, PanelsBySize::title);
    }

    /** Rows with columns dataset, encoder, setting, size, lower, median and upper. */
    private static String draw(Curves curves, Answer answer, Function<Answer.Entry, String> titles) {
        Map<String, List<Answer.Entry>> panels = answer.entries().stream()
                .filter(curves::has)
                .collect(Collectors.groupingBy(titles, LinkedHashMap::new, Collectors.toList()));
        Set<String> lines = new TreeSet<>();
        panels.values().forEach(rows -> {
            EncoderNames names = EncoderNames.of(rows);
            rows.forEach(row -> lines.add(names.of(row)));
        });
        LineStyles styles = LineStyles.of(lines);
        StringBuilder html = new StringBuilder(styles.legend()).append("<div class=\"panels\">");
        panels.forEach((title, rows) -> html.append("<div><h3>")
                .append(Html.escape(title))
                .append("</h3>")
                .append(SizeCurves.chart(title, rows, curves, styles))
                .append("</div>"));
        return html.append("</div>").toString();
    }

    private static String title(Answer.Entry row) {
        return row.name("probe") + ": " + row.name("quantity") + " of " + row.name("dataset") + ", " + scored(row)
                + ", by " + row.name("head");
    }

    private static String titleOfSteps(Answer.Entry row) {
        String steps = row.name("metric").substring("vrmse_".length()).replace("_", " to ");
        return row.name("probe") + ": " + row.name("dataset") + ", " + scored(row) + ", step " + steps;
    }

    /** Returns what a row with columns split, dataset and test_dataset is scored on. */
    static String scored(Answer.Entry row) {
        if (row.name("split").equals("test")) {
            return "like the training samples";
        }
        return row.name("dataset").equals(row.name("test_dataset")) ? "held-out range" : row.name("test_dataset");
    }
}
