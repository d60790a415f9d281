package org.spolia.experiment.report.vector;

import java.util.ArrayList;
import java.util.List;
import org.spolia.experiment.report.page.Answer;
import org.spolia.experiment.report.page.Figure;
import org.spolia.experiment.report.page.Html;
import org.spolia.experiment.report.page.Numbers;

/** The effect of a variable that reveals the target in training and is meaningless outside. */
public final class ShortcutArm {
    private ShortcutArm() {}

    public static Figure figure() {
        return new Figure(
                "shortcut",
                "Who takes the shortcut?",
                "<code>data: {shortcut: true}</code>",
                ShortcutArm::draw,
                ShortcutArm::read);
    }

    private static String draw(Answer answer) {
        List<List<String>> rows = new ArrayList<>();
        for (Answer.Entry row : answer.entries()) {
            boolean shortcut = row.isTrue("shortcut");
            rows.add(List.of(
                    Html.rowHead(row.name("model")),
                    Html.cell(shortcut ? "with" : "without"),
                    Html.number(shortcut ? Numbers.percent(row.number("used")) : "–"),
                    Html.number(Numbers.significant(row.number("median_ood"))),
                    Html.number(Numbers.fixed(row.number("mean_g_ood"), 3)),
                    Html.number(Numbers.whole(row.count("problems"))),
                    Html.number(Numbers.whole(row.count("models")))));
        }
        return Html.table(
                "stacked",
                List.of(
                        "model",
                        "shortcut",
                        "used it",
                        "median NMSE out of distribution",
                        "mean G",
                        "problems",
                        "models"),
                rows);
    }

    private static String read(Answer answer) {
        return "The shortcut correlates with the target (r = 0.9) in the training box and is independent of it outside, like text in"
                + " the corner of an X-ray. A model used it if holding it fixed changes its predictions in the box by 1 % of the"
                + " variance of the target or more. Only problems that were run both with and without it are counted.";
    }
}
