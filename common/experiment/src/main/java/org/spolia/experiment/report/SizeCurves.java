package org.spolia.experiment.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Scores against the number of labelled groups, a line for each encoder with bars between quartiles.
 *
 * @param axis name of the axis of scores
 * @param type of that axis, as ECharts calls it
 * @param least score that is drawn; what is below lies there
 * @param most score that is drawn; what is above lies there
 */
record SizeCurves(String axis, String type, double least, double most) {
    private static final int HEIGHT = 360;

    /**
     * The chart of rows with columns encoder, setting, size, lower, median and upper.
     *
     * @param title of the panel
     */
    String chart(String title, List<Answer.Entry> rows) {
        Set<String> settings = new TreeSet<>();
        rows.forEach(row -> settings.add(row.name("encoder") + row.name("setting")));
        Set<String> encoders = new TreeSet<>();
        rows.forEach(row -> encoders.add(row.name("encoder")));
        boolean alone = settings.size() == encoders.size();
        Map<String, List<List<Object>>> lines = new LinkedHashMap<>();
        Map<String, List<List<Object>>> bars = new LinkedHashMap<>();
        for (Answer.Entry row : rows) {
            String line = alone ? row.name("encoder") : row.name("encoder") + ", " + row.name("setting");
            double size = row.count("size");
            lines.computeIfAbsent(line, name -> new ArrayList<>()).add(List.of(size, visible(row, "median")));
            bars.computeIfAbsent(line, name -> new ArrayList<>())
                    .add(List.of(size, visible(row, "lower"), visible(row, "upper")));
        }
        List<Map<String, Object>> series = new ArrayList<>();
        lines.forEach((name, points) ->
                series.add(Map.of("type", "line", "name", name, "symbol", "circle", "symbolSize", 6, "data", points)));
        bars.forEach((name, points) -> series.add(Map.of(
                "type",
                "custom",
                "name",
                name,
                "renderItem",
                "spread",
                "data",
                points,
                "encode",
                Map.of("x", 0, "y", List.of(1, 2)))));
        return Chart.of(
                title + ": score against the number of labels, by encoder",
                HEIGHT,
                Map.of(
                        "tooltip", Map.of("trigger", "item"),
                        "xAxis", Map.of("type", "log", "logBase", 2, "name", "labelled groups", "min", "dataMin"),
                        "yAxis", Map.of("type", type, "name", axis, "min", least, "max", most),
                        "series", series));
    }

    private double visible(Answer.Entry row, String column) {
        return Math.max(least, Math.min(most, row.number(column).orElse(least)));
    }
}
