package org.spolia.experiment.report.law;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.spolia.experiment.report.page.Answer;
import org.spolia.experiment.report.page.Chart;

/** The difference of each set from the first, with its interval, around a line at zero. */
final class SetDifferenceChart {
    private static final int ROW_HEIGHT = 40;
    private static final int FRAME_HEIGHT = 110;
    private static final double LEAST_BOUND = 0.1;

    private SetDifferenceChart() {}

    /** Returns the limit of an axis with zero in the middle, large enough that small differences look small. */
    private static double bound(List<Answer.Entry> rows) {
        double most = rows.stream()
                .flatMap(row -> Stream.of("difference", "lower", "upper").map(row::number))
                .flatMap(Optional::stream)
                .mapToDouble(Math::abs)
                .max()
                .orElse(0);
        return Math.min(1, Math.max(LEAST_BOUND, Math.ceil(11 * most) / 10));
    }

    static String draw(List<Answer.Entry> rows) {
        List<List<Object>> intervals = new ArrayList<>();
        List<List<Object>> points = new ArrayList<>();
        for (int place = 0; place < rows.size(); place++) {
            Answer.Entry row = rows.get(place);
            points.add(List.of(row.number("difference").orElse(0.0), place));
            Optional<Double> lower = row.number("lower");
            Optional<Double> upper = row.number("upper");
            if (lower.isPresent() && upper.isPresent()) {
                intervals.add(List.of(place, lower.get(), upper.get()));
            }
        }
        double bound = bound(rows);
        Map<String, Object> none = Map.of(
                "silent",
                true,
                "symbol",
                "none",
                "label",
                Map.of("formatter", "no difference", "position", "start"),
                "data",
                List.of(Map.of("xAxis", 0)));
        Map<String, Object> interval = Map.of(
                "type",
                "custom",
                "renderItem",
                "interval",
                "data",
                intervals,
                "encode",
                Map.of("x", List.of(1, 2), "y", 0));
        return Chart.of(
                "Difference from the first operator set, mean over problems with 95 % interval",
                FRAME_HEIGHT + ROW_HEIGHT * rows.size(),
                Map.of(
                        "legend", Map.of("show", false),
                        "xAxis", Map.of("type", "value", "min", -bound, "max", bound, "name", "difference"),
                        "yAxis",
                                Map.of(
                                        "type",
                                        "category",
                                        "inverse",
                                        true,
                                        "data",
                                        rows.stream()
                                                .map(row -> row.name("operator_set") + ", "
                                                        + SetComparisonTable.measure(row))
                                                .toList()),
                        "series",
                                List.of(
                                        interval,
                                        Map.of(
                                                "type",
                                                "scatter",
                                                "symbolSize",
                                                12,
                                                "data",
                                                points,
                                                "markLine",
                                                none))));
    }
}
