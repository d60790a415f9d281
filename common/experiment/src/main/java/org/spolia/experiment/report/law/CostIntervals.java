package org.spolia.experiment.report.law;

import java.util.List;
import java.util.Map;
import org.spolia.experiment.report.page.Answer;
import org.spolia.experiment.report.page.Figure;
import org.spolia.experiment.report.page.FigureText;
import org.spolia.experiment.report.page.Html;
import org.spolia.experiment.report.page.Numbers;

/** Simple or useful: how well each cost identifies which of two equations with equal fits generalises better. */
public final class CostIntervals {
    private CostIntervals() {}

    public static Figure figure() {
        return Figure.drawn("costs", CostIntervals::draw)
                .with(answer -> Map.of(
                        "verdict",
                        answer.with("measure", "utility")
                                .first()
                                .map(CostIntervals::verdict)
                                .orElse("")));
    }

    private static String draw(FigureText text, Answer answer) {
        List<Answer.Entry> rows = answer.entries();
        List<String> names = rows.stream().map(row -> row.name("measure")).toList();
        return Intervals.draw(text, rows, "auc", names, Map.of())
                + text.table(
                        FigureText.ROWS,
                        rows,
                        Map.of(
                                "interval", row -> interval(row, "lower", "upper"),
                                "gain_interval", row -> interval(row, "gain_lower", "gain_upper")));
    }

    private static String interval(Answer.Entry row, String lower, String upper) {
        return Html.number(Numbers.fixed(row.number(lower), 3) + " to " + Numbers.fixed(row.number(upper), 3));
    }

    private static String verdict(Answer.Entry utility) {
        double lower = utility.number("gain_lower").orElse(Double.NEGATIVE_INFINITY);
        double upper = utility.number("gain_upper").orElse(Double.POSITIVE_INFINITY);
        if (lower > 0) {
            return "<strong>Costs from utility order these pairs better than the number of nodes does.</strong>";
        }
        if (upper < 0) {
            return "<strong>The number of nodes orders these pairs better than costs from utility do.</strong>";
        }
        return "<strong>These trials do not distinguish utility from the number of nodes</strong>: the interval of the gain contains zero.";
    }
}
