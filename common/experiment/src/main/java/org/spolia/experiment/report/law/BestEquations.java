package org.spolia.experiment.report.law;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.spolia.experiment.report.page.Answer;
import org.spolia.experiment.report.page.Equations;
import org.spolia.experiment.report.page.Figure;
import org.spolia.experiment.report.page.FigureText;
import org.spolia.experiment.report.page.Numbers;
import org.spolia.statistics.Metrics;

/** The best equation of each problem next to its ground truth. */
public final class BestEquations {
    private BestEquations() {}

    public static Figure figure() {
        return Figure.drawn(
                        "equations",
                        (text, answer) -> text.table(
                                FigureText.ROWS,
                                answer.entries(),
                                Map.of("verdict", BestEquations::verdict, "equations", BestEquations::equations)))
                .with(BestEquations::counts);
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

    private static Map<String, String> counts(Answer answer) {
        List<Answer.Entry> laws =
                answer.entries().stream().filter(BestEquations::isLaw).toList();
        long recovered = laws.stream().filter(BestEquations::recovered).count();
        return Map.of(
                "recovered", String.valueOf(recovered),
                "laws", String.valueOf(laws.size()),
                "error", Numbers.significant(Metrics.RECOVERED));
    }
}
