package org.spolia.experiment.report.law;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.spolia.experiment.report.page.Answer;
import org.spolia.experiment.report.page.Figure;
import org.spolia.experiment.report.page.FigureText;

/** Error out of distribution against complexity, a line for each operator set, the baselines as levels. */
public final class SizeAndError {
    private SizeAndError() {}

    public static Figure figure() {
        return Figure.drawn("sizes", SizeAndError::draw)
                .with(answer -> Map.of("problems", String.valueOf(answer.greatest("problems"))));
    }

    private static String draw(FigureText text, Answer answer) {
        double last = answer.entries().stream()
                .mapToDouble(row -> row.number("complexity").orElse(1.0))
                .max()
                .orElse(1);
        Map<String, List<List<Double>>> laws = new LinkedHashMap<>();
        Map<String, List<List<Double>>> baselines = new LinkedHashMap<>();
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
        return text.chart(0, Map.of("laws", named(laws), "baselines", named(baselines)));
    }

    private static List<Map<String, Object>> named(Map<String, List<List<Double>>> lines) {
        List<Map<String, Object>> named = new ArrayList<>();
        lines.forEach((name, points) -> named.add(Map.of("name", name, "points", points)));
        return named;
    }
}
