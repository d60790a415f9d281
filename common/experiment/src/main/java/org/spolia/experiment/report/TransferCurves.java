package org.spolia.experiment.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Score against the number of labels, a line for each encoder, a panel for each probe, part that is scored and head. */
final class TransferCurves {
    private static final int HEIGHT = 360;

    /** Below it a score says that a head went wrong, and how far is of no interest. */
    private static final double LEAST_SCORE = -0.5;

    private TransferCurves() {}

    static Figure figure() {
        return new Figure(
                "curves",
                "How many labels does an encoder save?",
                "the stage probe with heads that foretell numbers or classes",
                TransferCurves::draw,
                TransferCurves::read);
    }

    private static String draw(Answer answer) {
        Map<String, List<Answer.Entry>> panels = new LinkedHashMap<>();
        answer.entries()
                .forEach(row -> panels.computeIfAbsent(title(row), panel -> new ArrayList<>())
                        .add(row));
        StringBuilder html = new StringBuilder();
        panels.forEach((title, rows) ->
                html.append("<h3>").append(Html.escape(title)).append("</h3>").append(chart(title, rows)));
        return html.toString();
    }

    private static String title(Answer.Entry row) {
        String scored = row.name("split").equals("test")
                ? "like those that were learned from"
                : row.name("dataset").equals(row.name("test_dataset")) ? "held-out range" : row.name("test_dataset");
        return row.name("probe") + ": " + row.name("quantity") + " of " + row.name("dataset") + ", " + scored + ", by "
                + row.name("head");
    }

    private static String chart(String title, List<Answer.Entry> rows) {
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
                        "yAxis", Map.of("type", "value", "name", axis(rows), "min", LEAST_SCORE, "max", 1),
                        "series", series));
    }

    private static String axis(List<Answer.Entry> rows) {
        return rows.get(0).name("metric").equals("r2") ? "R²" : "accuracy";
    }

    private static double visible(Answer.Entry row, String column) {
        return Math.max(LEAST_SCORE, row.number(column).orElse(LEAST_SCORE));
    }

    private static String read(Answer answer) {
        long scores = answer.entries().stream()
                .mapToLong(row -> row.count("scores"))
                .max()
                .orElse(0);
        return "A point is the median over subsets of labels and over encoders of one name (up to " + scores
                + " scores), a bar reaches from the first quartile to the third; what is below "
                + Numbers.significant(LEAST_SCORE)
                + " is drawn there. <code>raw</code> are the values themselves, <code>random</code> is a network that has learned"
                + " nothing: what lies on or below its line, no pretraining has added. With the head finetune the network learns the"
                + " labels itself, from scratch where it is random.";
    }
}
