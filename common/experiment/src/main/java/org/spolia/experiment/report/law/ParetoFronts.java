package org.spolia.experiment.report.law;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.spolia.experiment.report.page.Answer;
import org.spolia.experiment.report.page.Equations;
import org.spolia.experiment.report.page.Figure;
import org.spolia.experiment.report.page.Html;
import org.spolia.experiment.report.page.Numbers;

/** The Pareto front of one trial of each problem: loss against complexity, and its equations. */
public final class ParetoFronts {
    private ParetoFronts() {}

    public static Figure figure() {
        return new Figure(
                "fronts",
                "What does each step in complexity buy?",
                "trials that were searched",
                ParetoFronts::draw,
                ParetoFronts::read);
    }

    private static String draw(Answer answer) {
        StringBuilder html = new StringBuilder();
        problems(answer)
                .forEach((problem, front) -> html.append("<details class=\"front\"><summary>")
                        .append(FrontSketch.of(front))
                        .append(Html.escape(problem))
                        .append("</summary>")
                        .append(table(front))
                        .append("</details>"));
        return html.toString();
    }

    private static Map<String, List<Answer.Entry>> problems(Answer answer) {
        Map<String, List<Answer.Entry>> problems = new LinkedHashMap<>();
        answer.entries()
                .forEach(row -> problems.computeIfAbsent(row.name("problem"), name -> new ArrayList<>())
                        .add(row));
        return problems;
    }

    private static String table(List<Answer.Entry> front) {
        List<List<String>> rows = new ArrayList<>();
        for (Answer.Entry row : front) {
            rows.add(List.of(
                    Html.number(row.name("complexity")),
                    Html.number(Numbers.significant(row.number("loss"))),
                    Html.number(Numbers.significant(row.number("nmse_ood"))),
                    Html.selected(row.isTrue("selected")),
                    Html.equation(Equations.mathml(row.name("expression")))));
        }
        return Html.table(
                "front", List.of("complexity", "training loss", "NMSE out of distribution", "", "equation"), rows);
    }

    private static String read(Answer answer) {
        return "Each sketch runs from the simplest expression to the most complex one, its training loss in powers of ten; the"
                + " ring is the model that was chosen on training rows alone. A cliff followed by a plain is how a law"
                + " looks; a steady slope is a fit. One trial of each of "
                + problems(answer).size()
                + " problems is shown, the one with the lowest training loss.";
    }
}
