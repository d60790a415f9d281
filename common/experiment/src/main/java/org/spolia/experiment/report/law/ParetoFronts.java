package org.spolia.experiment.report.law;

import java.util.List;
import java.util.Map;
import org.spolia.experiment.report.page.Answer;
import org.spolia.experiment.report.page.Figure;
import org.spolia.experiment.report.page.FigureText;
import org.spolia.experiment.report.page.Html;

/** The Pareto front of one trial of each problem: loss against complexity, and its equations. */
public final class ParetoFronts {
    private ParetoFronts() {}

    public static Figure figure() {
        return Figure.drawn("fronts", ParetoFronts::draw)
                .with(answer -> Map.of(
                        "problems", String.valueOf(answer.names("problem").size())));
    }

    private static String draw(FigureText text, Answer answer) {
        StringBuilder html = new StringBuilder();
        for (String problem : answer.names("problem")) {
            List<Answer.Entry> front = answer.with("problem", problem).entries();
            html.append("<details class=\"front\"><summary>")
                    .append(FrontSketch.of(front))
                    .append(Html.escape(problem))
                    .append("</summary>")
                    .append(text.table("front", front, Map.of()))
                    .append("</details>");
        }
        return html.toString();
    }
}
