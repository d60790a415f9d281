package org.spolia.experiment.report.law;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.spolia.experiment.report.page.Answer;
import org.spolia.experiment.report.page.Chart;
import org.spolia.experiment.report.page.Figure;

/** Error out of distribution against complexity, a line for each operator set, the baselines as levels. */
public final class SizeAndError {
    private static final int HEIGHT = 420;

    private SizeAndError() {}

    public static Figure figure() {
        return new Figure(
                "sizes",
                "Do smaller laws generalise better?",
                "trials that were searched and scored",
                SizeAndError::draw,
                SizeAndError::read);
    }

    private static String draw(Answer answer) {
        double last = answer.entries().stream()
                .mapToDouble(row -> row.number("complexity").orElse(1.0))
                .max()
                .orElse(1);
        Map<String, List<List<Object>>> laws = new LinkedHashMap<>();
        Map<String, List<List<Object>>> baselines = new LinkedHashMap<>();
        for (Answer.Entry row : answer.entries()) {
            row.number("log10_nmse").ifPresent(error -> {
                if (row.name("model").equals("law")) {
                    laws.computeIfAbsent(row.name("operator_set"), set -> new ArrayList<>())
                            .add(List.of(row.number("complexity").orElse(0.0), error));
                } else {
                    baselines.put(row.name("model"), List.of(List.of(1.0, error), List.of(last, error)));
                }
            });
        }
        List<Map<String, Object>> series = new ArrayList<>();
        laws.forEach((set, points) ->
                series.add(Map.of("type", "line", "name", set, "symbol", "circle", "symbolSize", 5, "data", points)));
        baselines.forEach((model, points) -> series.add(Map.of(
                "type",
                "line",
                "name",
                model,
                "symbol",
                "none",
                "lineStyle",
                Map.of("type", "dashed"),
                "data",
                points)));
        return Chart.of(
                "Median error out of distribution against complexity, by operator set, beside the baselines",
                HEIGHT,
                Map.of(
                        "tooltip", Map.of("trigger", "item"),
                        "xAxis", Map.of("type", "value", "name", "complexity"),
                        "yAxis", Map.of("type", "value", "name", "log₁₀ of the median NMSE"),
                        "series", series));
    }

    private static String read(Answer answer) {
        long problems = answer.entries().stream()
                .mapToLong(row -> row.count("problems"))
                .max()
                .orElse(0);
        return "A point is the median error, over trials, of the most complex law on a trial's Pareto front that has at most this"
                + " complexity (n = " + problems
                + " problems); dashed lines are black boxes on the same rows. Where a line falls,"
                + " complexity buys a law that holds outside the training box; where it rises, the added terms fit what is"
                + " there and fail elsewhere. Lines of different operator sets differ in what they can express, too.";
    }
}
