package org.spolia.experiment.report.vector;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.spolia.experiment.report.page.Answer;
import org.spolia.experiment.report.page.Chart;
import org.spolia.experiment.report.page.Curves;
import org.spolia.experiment.report.page.LineStyles;

/** A panel with a line for each encoder and bars between quartiles. */
final class SizeCurves {
    private static final int HEIGHT = 300;

    private SizeCurves() {}

    static String chart(String title, List<Answer.Entry> rows, Curves curves, LineStyles styles) {
        EncoderNames names = EncoderNames.of(rows);
        List<Map<String, Object>> lines = new ArrayList<>();
        rows.stream()
                .collect(Collectors.groupingBy(names::of, LinkedHashMap::new, Collectors.toList()))
                .forEach((name, line) -> lines.add(Map.of(
                        "name", name,
                        "style", styles.line(name),
                        "colour", styles.colour(name),
                        "medians", points(line, curves, List.of("median")),
                        "quartiles", points(line, curves, List.of("lower", "upper")))));
        String axis = curves.axis(rows.get(0));
        return Chart.of(
                "curves",
                title + ": " + axis + " against the number of " + curves.learned() + ", by encoder",
                HEIGHT,
                Map.of(
                        "learned", curves.learned(),
                        "axis", axis,
                        "type", curves.type(),
                        "least", curves.least(),
                        "most", curves.most(),
                        "lines", lines));
    }

    /** Returns for each row its size, followed by the values of columns. */
    private static List<List<Double>> points(List<Answer.Entry> rows, Curves curves, List<String> columns) {
        List<List<Double>> points = new ArrayList<>();
        for (Answer.Entry row : rows) {
            List<Double> point = new ArrayList<>(List.of((double) row.count("size")));
            columns.forEach(column -> point.add(curves.visible(row, column)));
            points.add(point);
        }
        return points;
    }
}
