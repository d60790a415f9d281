package org.spolia.experiment.report.law;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.spolia.experiment.report.page.Answer;
import org.spolia.experiment.report.page.Chart;
import org.spolia.experiment.report.page.Figure;
import org.spolia.experiment.report.page.Html;
import org.spolia.experiment.report.page.Numbers;

/** Simple or useful: how well each cost of a law identifies the one that generalises among two with equal fits. */
public final class CostIntervals {
    private static final int ROW_HEIGHT = 44;
    private static final int FRAME_HEIGHT = 110;

    /** The area of a cost without information. */
    private static final double CHANCE = 0.5;

    private CostIntervals() {}

    public static Figure figure() {
        return new Figure(
                "costs",
                "Simple or useful?",
                "the stage utility over a design of operator sets, with laws that fit alike in training and differ outside",
                CostIntervals::draw,
                CostIntervals::read);
    }

    private static String draw(Answer answer) {
        return chart(answer) + table(answer);
    }

    private static String chart(Answer answer) {
        List<Answer.Entry> rows = answer.entries();
        List<List<Object>> intervals = new ArrayList<>();
        List<List<Object>> points = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            int place = i;
            Answer.Entry row = rows.get(i);
            row.number("auc").ifPresent(auc -> {
                points.add(List.of(auc, place));
                intervals.add(List.of(
                        place,
                        row.number("lower").orElse(auc),
                        row.number("upper").orElse(auc)));
            });
        }
        Map<String, Object> chance = Map.of(
                "silent",
                true,
                "symbol",
                "none",
                "label",
                Map.of("formatter", "chance", "position", "insideEndTop"),
                "data",
                List.of(Map.of("xAxis", CHANCE)));
        return Chart.of(
                "Share of pairs in which the law that generalises better costs less, by cost",
                FRAME_HEIGHT + ROW_HEIGHT * rows.size(),
                Map.of(
                        "legend", Map.of("show", false),
                        "xAxis", Map.of("type", "value", "scale", true, "name", "share of pairs (AUC)"),
                        "yAxis",
                                Map.of(
                                        "type",
                                        "category",
                                        "inverse",
                                        true,
                                        "data",
                                        rows.stream().map(CostIntervals::name).toList()),
                        "series",
                                List.of(
                                        Map.of(
                                                "type",
                                                "custom",
                                                "renderItem",
                                                "interval",
                                                "data",
                                                intervals,
                                                "encode",
                                                Map.of("x", List.of(1, 2), "y", 0)),
                                        Map.of(
                                                "type",
                                                "scatter",
                                                "symbolSize",
                                                12,
                                                "data",
                                                points,
                                                "markLine",
                                                chance))));
    }

    private static String name(Answer.Entry row) {
        return row.name("measure");
    }

    private static String table(Answer answer) {
        List<List<String>> rows = new ArrayList<>();
        for (Answer.Entry row : answer.entries()) {
            rows.add(List.of(
                    Html.rowHead(name(row)),
                    Html.cell(row.name("design")),
                    Html.number(Numbers.fixed(row.number("auc"), 3)),
                    Html.number(interval(row, "lower", "upper")),
                    Html.number(Numbers.fixed(row.number("gain"), 3)),
                    Html.number(interval(row, "gain_lower", "gain_upper")),
                    Html.number(Numbers.whole(row.count("problems"))),
                    Html.number(Numbers.whole(row.count("pairs")))));
        }
        return Html.table(
                "stacked",
                List.of(
                        "cost",
                        "design",
                        "AUC",
                        "95 % interval",
                        "gain over nodes",
                        "95 % interval",
                        "problems",
                        "pairs"),
                rows);
    }

    private static String interval(Answer.Entry row, String lower, String upper) {
        return Numbers.fixed(row.number(lower), 3) + " to " + Numbers.fixed(row.number(upper), 3);
    }

    private static String read(Answer answer) {
        return answer.entries().stream()
                        .filter(row -> row.name("measure").equals("utility"))
                        .findFirst()
                        .map(CostIntervals::verdict)
                        .orElse("")
                + " Pairs of laws from one search with the same training error (within 0.1 decades) are compared; a cost that knows"
                + " nothing gets 0.5. Utilities are learned from other problems only. If costs that were dealt out by chance"
                + " (shuffled) do as well, usefulness explains nothing.";
    }

    private static String verdict(Answer.Entry utility) {
        double lower = utility.number("gain_lower").orElse(Double.NEGATIVE_INFINITY);
        double upper = utility.number("gain_upper").orElse(Double.POSITIVE_INFINITY);
        if (lower > 0) {
            return "<strong>Useful operators predict generalisation better than few nodes do.</strong>";
        }
        if (upper < 0) {
            return "<strong>Few nodes predict generalisation better than useful operators do.</strong>";
        }
        return "<strong>These runs do not tell simple from useful</strong>: the interval of the gain holds zero.";
    }
}
