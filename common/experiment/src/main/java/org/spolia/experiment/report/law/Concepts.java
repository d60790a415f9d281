package org.spolia.experiment.report.law;

import java.util.List;
import org.spolia.experiment.report.page.Answer;
import org.spolia.experiment.report.page.Equations;
import org.spolia.experiment.report.page.Figure;
import org.spolia.experiment.report.page.Html;
import org.spolia.experiment.report.page.Numbers;

/** Pieces that the laws share, and the effect of such pieces of earlier laws. */
public final class Concepts {
    private Concepts() {}

    public static Figure figure() {
        return new Figure(
                "concepts",
                "What do laws have in common, and does it help?",
                "the stage utility over laws of two problems that have a piece in common, or operator sets with <code>concepts</code>",
                Concepts::draw,
                Concepts::read);
    }

    private static String draw(Answer answer) {
        List<Answer.Entry> concepts = of(answer, "concept");
        List<Answer.Entry> arms = of(answer, "arm");
        return (concepts.isEmpty() ? "" : drawConcepts(concepts)) + (arms.isEmpty() ? "" : drawArms(arms));
    }

    private static List<Answer.Entry> of(Answer answer, String part) {
        return answer.entries().stream()
                .filter(row -> row.name("part").equals(part))
                .toList();
    }

    private static String drawConcepts(List<Answer.Entry> concepts) {
        return Html.table(
                "stacked",
                List.of("concept", "bits saved", "nodes", "problems", "found in the laws of"),
                concepts.stream()
                        .map(row -> List.of(
                                "<th scope=\"row\" class=\"equation\">" + Equations.mathml(formula(row)) + "</th>",
                                Html.number(Numbers.significant(row.number("saved"))),
                                Html.number(row.name("nodes")),
                                Html.number(row.name("problems")),
                                Html.cell(row.name("found_in").replaceAll("[\\[\\]]", ""))))
                        .toList());
    }

    /** Returns a definition without its head. */
    private static String formula(Answer.Entry row) {
        String definition = row.name("label");
        return definition.substring(definition.indexOf('=') + 1).strip();
    }

    private static String drawArms(List<Answer.Entry> arms) {
        return Html.table(
                "stacked",
                List.of("operators", "recovered", "median NMSE out of distribution", "mean G", "gain in G", "problems"),
                arms.stream()
                        .map(row -> List.of(
                                Html.rowHead(arm(row.name("label"))),
                                Html.number(Numbers.percent(row.number("share_recovered"))),
                                Html.number(Numbers.significant(row.number("nmse_ood"))),
                                Html.number(Numbers.fixed(row.number("g_ood"), 3)),
                                Html.number(Numbers.fixed(row.number("gain"), 3)),
                                Html.number(row.name("problems"))))
                        .toList());
    }

    private static String arm(String concepts) {
        return switch (concepts) {
            case "mined" -> "with concepts of other problems";
            case "random" -> "with random pieces of the same laws";
            default -> "without";
        };
    }

    private static String read(Answer answer) {
        return "A concept is a piece of the laws that searches found, here or in an earlier experiment, which shortens their description"
                + " once it has a name; the bits saved are those of all laws, each counted once, less those of the formula. In a"
                + " search it is an operator of complexity 1, never learned from the law of the problem that is searched. Random pieces"
                + " have as many nodes and operands, so what they gain is not owed to usefulness; few problems tell little.";
    }
}
