package org.spolia.experiment.report.law;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.spolia.experiment.report.page.Answer;
import org.spolia.experiment.report.page.Equations;
import org.spolia.experiment.report.page.Figure;
import org.spolia.experiment.report.page.Html;
import org.spolia.experiment.report.page.Numbers;
import org.spolia.statistics.Metrics;

/** The best equation of each problem next to its ground truth. */
public final class BestEquations {
    private BestEquations() {}

    public static Figure figure() {
        return new Figure(
                "equations",
                "Which laws were found?",
                "trials that were searched and scored",
                BestEquations::draw,
                BestEquations::read);
    }

    private static String draw(Answer answer) {
        List<List<String>> rows = new ArrayList<>();
        for (Answer.Entry row : answer.entries()) {
            rows.add(List.of(
                    Html.rowHead(row.name("problem")),
                    verdict(row),
                    Html.number(Numbers.significant(row.number("nmse_test"))),
                    Html.number(Numbers.significant(row.number("nmse_ood"))),
                    Html.number(row.name("complexity")),
                    Html.number(Numbers.significant(row.number("noise"))),
                    equations(row)));
        }
        return Html.table(
                "stacked",
                List.of(
                        "problem",
                        "",
                        "NMSE in distribution",
                        "out of distribution",
                        "complexity",
                        "noise",
                        "found, and the truth or the certified model"),
                rows);
    }

    private static String equations(Answer.Entry row) {
        return "<td class=\"equation\"><div>" + Equations.mathml(row.name("expression")) + "</div>"
                + row.text("truth")
                        .map(truth -> "<div class=\"truth\">" + Equations.mathml(truth) + "</div>")
                        .orElse("")
                + "</td>";
    }

    private static String verdict(Answer.Entry row) {
        if (!isLaw(row)) {
            return "<td>measured</td>";
        }
        return recovered(row) ? "<td class=\"good\">recovered</td>" : "<td class=\"poor\">not recovered</td>";
    }

    private static boolean isLaw(Answer.Entry row) {
        return row.name("kind").equals("formula");
    }

    private static boolean recovered(Answer.Entry row) {
        Optional<Double> test = row.number("nmse_test");
        Optional<Double> ood = row.number("nmse_ood");
        return test.isPresent() && ood.isPresent() && Metrics.recovered(test.get(), ood.get());
    }

    private static String read(Answer answer) {
        List<Answer.Entry> laws =
                answer.entries().stream().filter(BestEquations::isLaw).toList();
        long recovered = laws.stream().filter(BestEquations::recovered).count();
        return "<strong>" + recovered + " of " + laws.size() + " laws</strong> are recovered: normalised error below "
                + Numbers.significant(Metrics.RECOVERED)
                + " inside the training box and outside. Each row is the model of"
                + " the one trial with the lowest training loss, so the table shows what the operators make possible,"
                + " not what a single run is worth.";
    }
}
