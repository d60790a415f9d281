package org.spolia.experiment.report.law;

import java.util.List;
import java.util.Map;
import org.spolia.experiment.report.page.Answer;
import org.spolia.experiment.report.page.Equations;
import org.spolia.experiment.report.page.Figure;
import org.spolia.experiment.report.page.FigureText;
import org.spolia.experiment.report.page.Html;

/** Pieces that the laws share, and the effect of such pieces of earlier laws. */
public final class Concepts {
    private static final Map<String, String> ARMS = Map.of(
            "mined", "with concepts of other problems",
            "random", "with random pieces of the same laws");

    private Concepts() {}

    public static Figure figure() {
        return Figure.drawn("concepts", Concepts::draw);
    }

    private static String draw(FigureText text, Answer answer) {
        List<Answer.Entry> concepts = answer.with("part", "concept").entries();
        List<Answer.Entry> arms = answer.with("part", "arm").entries();
        return (concepts.isEmpty() ? "" : drawConcepts(text, concepts)) + (arms.isEmpty() ? "" : drawArms(text, arms));
    }

    private static String drawConcepts(FigureText text, List<Answer.Entry> concepts) {
        return text.table(
                "concepts",
                concepts,
                Map.of(
                        "concept",
                        row -> "<th scope=\"row\" class=\"equation\">" + Equations.mathml(formula(row)) + "</th>",
                        "found_in",
                        row -> Html.cell(row.name("found_in").replaceAll("[\\[\\]]", ""))));
    }

    /** Returns a definition without its head. */
    private static String formula(Answer.Entry row) {
        String definition = row.name("label");
        return definition.substring(definition.indexOf('=') + 1).strip();
    }

    private static String drawArms(FigureText text, List<Answer.Entry> arms) {
        return text.table(
                "arms", arms, Map.of("arm", row -> Html.rowHead(ARMS.getOrDefault(row.name("label"), "without"))));
    }
}
