package org.spolia.experiment.report.vector;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.spolia.experiment.report.page.Answer;
import org.spolia.experiment.report.page.Chart;
import org.spolia.experiment.report.page.Html;
import org.spolia.experiment.report.page.LineStyles;

/**
 * Scores against the size of the training set: a line for each encoder with bars between quartiles.
 *
 * @param learned the name of the axis of sizes
 * @param axis the name of the axis of scores
 * @param type the type of that axis in ECharts
 * @param least the least score that is drawn; lower scores are drawn there
 * @param most the greatest score that is drawn; higher scores are drawn there
 */
record SizeCurves(String learned, String axis, String type, double least, double most) {
    private static final int HEIGHT = 300;

    /**
     * Returns charts side by side, whose lines have the same style for the same name, below a common legend.
     *
     * @param panels rows with columns dataset, encoder, setting, size, lower, median and upper, by the titles of the
     * panels
     * @param curves returns the drawing for the rows of a panel
     */
    static String panels(Map<String, List<Answer.Entry>> panels, Function<List<Answer.Entry>, SizeCurves> curves) {
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
                .append(curves.apply(rows).chart(title, rows, styles))
                .append("</div>"));
        return html.append("</div>").toString();
    }

    private String chart(String title, List<Answer.Entry> rows, LineStyles styles) {
        EncoderNames names = EncoderNames.of(rows);
        Map<String, List<List<Object>>> lines = new LinkedHashMap<>();
        Map<String, List<List<Object>>> bars = new LinkedHashMap<>();
        for (Answer.Entry row : rows) {
            String line = names.of(row);
            double size = row.count("size");
            lines.computeIfAbsent(line, name -> new ArrayList<>()).add(List.of(size, visible(row, "median")));
            bars.computeIfAbsent(line, name -> new ArrayList<>())
                    .add(List.of(size, visible(row, "lower"), visible(row, "upper")));
        }
        List<Map<String, Object>> series = new ArrayList<>();
        lines.forEach((name, points) -> series.add(Map.of(
                "type",
                "line",
                "name",
                name,
                "symbol",
                "circle",
                "symbolSize",
                6,
                "lineStyle",
                styles.line(name),
                "itemStyle",
                Map.of("color", styles.colour(name)),
                "data",
                points)));
        bars.forEach((name, points) -> series.add(Map.of(
                "type",
                "custom",
                "name",
                name,
                "renderItem",
                "spread",
                "itemStyle",
                Map.of("color", styles.colour(name)),
                "data",
                points,
                "encode",
                Map.of("x", 0, "y", List.of(1, 2)))));
        return Chart.of(
                title + ": " + axis + " against the number of " + learned + ", by encoder",
                HEIGHT,
                Map.of(
                        "tooltip", Map.of("trigger", "item"),
                        "legend", Map.of("show", false),
                        "grid", Map.of("top", 12),
                        "xAxis", Map.of("type", "log", "logBase", 2, "name", learned, "min", "dataMin"),
                        "yAxis", Map.of("type", type, "name", axis, "min", least, "max", most),
                        "series", series));
    }

    private double visible(Answer.Entry row, String column) {
        return Math.max(least, Math.min(most, row.number(column).orElse(least)));
    }
}
