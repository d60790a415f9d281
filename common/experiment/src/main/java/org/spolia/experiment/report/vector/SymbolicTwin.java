package org.spolia.experiment.report.vector;

import java.util.List;
import org.spolia.experiment.report.page.Answer;
import org.spolia.experiment.report.page.Equations;
import org.spolia.experiment.report.page.Figure;
import org.spolia.experiment.report.page.Html;
import org.spolia.experiment.report.page.Numbers;

/** Laws by the number of rows that they were found on, by the features of the search, and the laws of the parts. */
public final class SymbolicTwin {
    private static final double LEAST = 1e-6;
    private static final double MOST = 10;
    private static final PanelsBySize PANELS = new PanelsBySize("training rows", row -> "NMSE", true, LEAST, MOST);

    private SymbolicTwin() {}

    public static Figure figure() {
        return new Figure(
                "twin",
                "Do features of parts help where laws are searched?",
                "a problem made of simulations with several <code>sizes</code> and <code>learned-variables</code>, and those that it learns"
                        + " them from",
                SymbolicTwin::draw,
                SymbolicTwin::read);
    }

    private static String draw(Answer answer) {
        List<Answer.Entry> rows = answer.entries();
        List<List<String>> parts = rows.stream()
                .filter(row -> isPart(row) && row.name("split").equals("test"))
                .map(row -> List.of(
                        Html.rowHead(row.name("encoder")),
                        "<td class=\"equation\">" + Equations.mathml(row.name("expression")) + "</td>",
                        Html.number(Numbers.significant(row.number("median")))))
                .toList();
        return PANELS.draw(rows.stream().filter(row -> !isPart(row)).toList())
                + Html.table("stacked", List.of("part", "law", "NMSE"), parts);
    }

    /** Returns whether the row belongs to a problem that stands alone. */
    private static boolean isPart(Answer.Entry row) {
        return row.count("problems") == 1;
    }

    private static String read(Answer answer) {
        return "The twin of the curves above: not vectors but features, of which the search has all, those that laws of the parts use, or as"
                + " many others, drawn at random; the table has the laws of the parts, found among all. The error is that of the law which its trial"
                + " chose on training rows, over the variance of the target, on other runs and on a held-out range."
                + " Medians and quartiles of up to " + PanelsBySize.scores(answer) + " trials, drawn within "
                + Numbers.significant(LEAST) + " and " + Numbers.significant(MOST) + ".";
    }
}
