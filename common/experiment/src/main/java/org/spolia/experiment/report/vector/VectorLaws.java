package org.spolia.experiment.report.vector;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.spolia.experiment.report.page.Answer;
import org.spolia.experiment.report.page.Equations;
import org.spolia.experiment.report.page.Figure;
import org.spolia.experiment.report.page.Html;
import org.spolia.experiment.report.page.Numbers;

/**
 * Laws over a few components of embeddings, compared with lines over the same components and ridge over all numbers.
 */
public final class VectorLaws {
    private static final double LEAST_SCORE = -0.5;
    private static final PanelsBySize PANELS =
            new PanelsBySize(PanelsBySize.LABELS, row -> "R²", false, LEAST_SCORE, 1);

    private VectorLaws() {}

    public static Figure figure() {
        return new Figure(
                "laws",
                "Is what a vector knows a law?",
                "problems with <code>vectors</code>, which name a probe with the head ridge and one of its sizes",
                VectorLaws::draw,
                VectorLaws::read);
    }

    private static String draw(Answer answer) {
        List<List<String>> rows = answer.entries().stream()
                .filter(row -> row.name("split").equals("test"))
                .flatMap(row -> equation(row).stream())
                .toList();
        return PANELS.draw(answer)
                + Html.table("stacked", List.of("probe", "encoder", "labels", "one of the laws"), rows);
    }

    private static Optional<List<String>> equation(Answer.Entry row) {
        return row.text("expression")
                .map(expression -> Stream.of(
                                Html.rowHead(row.name("probe")),
                                Html.cell(row.name("encoder")),
                                Html.number(Numbers.whole(row.count("size"))),
                                "<td class=\"equation\">" + Equations.mathml(expression) + "</td>")
                        .toList());
    }

    private static String read(Answer answer) {
        return "A search for a law of a few principal components (<code>z1</code>, <code>z2</code> …), which training rows alone chose, on"
                + " the rows that heads learn from and are scored on. The line over as many components says what the choice of them costs,"
                + " ridge over all numbers what was there to be found. Points are medians and bars quartiles over subsets of labels, up to "
                + PanelsBySize.scores(answer) + " scores; what is below " + Numbers.significant(LEAST_SCORE)
                + " is drawn there.";
    }
}
