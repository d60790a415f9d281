package org.spolia.experiment.report.law;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.spolia.experiment.report.page.Answer;
import org.spolia.experiment.report.page.Figure;
import org.spolia.experiment.report.page.Html;
import org.spolia.experiment.report.page.Numbers;
import org.spolia.experiment.row.SetComparison;
import org.spolia.statistics.Metrics;
import org.spolia.statistics.SignFlip;

/** The operator lists side by side, and the difference of each from the first on the same problems. */
public final class SetComparisonTable {
    private static final double LEVEL = 0.05;
    private static final Map<String, String> MEASURES = Map.of(
            SetComparison.RECOVERED, "share recovered",
            SetComparison.TEST, "score inside",
            SetComparison.OOD, "score outside");
    private static final List<String> ORDER = List.of(SetComparison.OOD, SetComparison.TEST, SetComparison.RECOVERED);

    private SetComparisonTable() {}

    public static Figure figure() {
        return new Figure(
                "sets",
                "Which operator set does better?",
                "two operator sets that the configuration lists, whose trials are scored, and the stage utility",
                SetComparisonTable::draw,
                SetComparisonTable::read);
    }

    private static String draw(Answer answer) {
        return reached(answer) + SetDifferenceChart.draw(compared(answer)) + differences(answer);
    }

    private static String reached(Answer answer) {
        List<String> names = answer.entries().stream()
                .map(row -> row.name("operator_set"))
                .distinct()
                .toList();
        List<List<String>> rows = new ArrayList<>();
        for (String name : names) {
            Optional<Answer.Entry> recovered = entry(answer, SetComparison.RECOVERED, name);
            Optional<Answer.Entry> test = entry(answer, SetComparison.TEST, name);
            Optional<Answer.Entry> ood = entry(answer, SetComparison.OOD, name);
            rows.add(List.of(
                    Html.rowHead(name),
                    Html.number(recovered
                            .map(row ->
                                    Numbers.whole(row.count("recovered")) + " of " + Numbers.whole(row.count("trials")))
                            .orElse("–")),
                    Html.number(error(test)),
                    Html.number(error(ood)),
                    Html.number(Numbers.fixed(test.flatMap(row -> row.number("score")), 3)),
                    Html.number(Numbers.fixed(ood.flatMap(row -> row.number("score")), 3)),
                    Html.number(Numbers.whole(Math.max(problems(test), problems(ood))))));
        }
        return Html.table(
                "stacked",
                List.of(
                        "operator set",
                        "recovered",
                        "median NMSE inside",
                        "median NMSE outside",
                        "mean score inside",
                        "mean score outside",
                        "problems"),
                rows);
    }

    private static long problems(Optional<Answer.Entry> row) {
        return row.map(entry -> entry.count("problems")).orElse(0L);
    }

    private static String error(Optional<Answer.Entry> row) {
        return row.map(entry -> bounded(entry.number("nmse"))
                        + entry.number("nmse_lower")
                                .map(lower -> " (" + bounded(Optional.of(lower)) + " to "
                                        + bounded(entry.number("nmse_upper")) + ")")
                                .orElse(""))
                .orElse("–");
    }

    /** Errors are limited to bounds, and a number at a bound would be wrong. */
    private static String bounded(Optional<Double> nmse) {
        double least = StrictMath.pow(10, Metrics.LEAST_DECADE);
        double most = StrictMath.pow(10, Metrics.MOST_DECADE);
        return nmse.map(value -> value <= least
                        ? "< " + Numbers.significant(least)
                        : value >= most ? "> " + Numbers.significant(most) : Numbers.significant(value))
                .orElse("–");
    }

    private static Optional<Answer.Entry> entry(Answer answer, String measure, String name) {
        return answer.entries().stream()
                .filter(row -> row.name("measure").equals(measure)
                        && row.name("operator_set").equals(name))
                .findFirst();
    }

    /**
     * Returns the rows with a difference: out of distribution first, because that is the question of the experiment.
     */
    private static List<Answer.Entry> compared(Answer answer) {
        return ORDER.stream()
                .flatMap(measure -> answer.entries().stream()
                        .filter(row -> row.name("measure").equals(measure)
                                && row.text("reference").isPresent()))
                .toList();
    }

    static String measure(Answer.Entry row) {
        return MEASURES.getOrDefault(row.name("measure"), row.name("measure"));
    }

    private static String differences(Answer answer) {
        List<List<String>> rows = new ArrayList<>();
        for (Answer.Entry row : compared(answer)) {
            rows.add(List.of(
                    Html.rowHead(row.name("operator_set") + " − " + row.name("reference")),
                    Html.cell(measure(row)),
                    Html.number(Numbers.fixed(row.number("difference"), 3)),
                    Html.number(
                            row.number("lower").isEmpty()
                                    ? "–"
                                    : Numbers.fixed(row.number("lower"), 3) + " to "
                                            + Numbers.fixed(row.number("upper"), 3)),
                    Html.number(Numbers.whole(row.count("better")) + " / " + Numbers.whole(row.count("worse")) + " / "
                            + Numbers.whole(row.count("problems") - row.count("better") - row.count("worse"))),
                    Html.number(Numbers.significant(row.number("p_value"))),
                    Html.number(Numbers.significant(row.number("adjusted_p_value")))));
        }
        return Html.table(
                "stacked",
                List.of(
                        "difference",
                        "of the",
                        "mean over problems",
                        "95 % interval",
                        "problems better / worse / equal",
                        "p",
                        "adjusted p"),
                rows);
    }

    private static String read(Answer answer) {
        return verdict(compared(answer))
                + " All numbers are over the problems that every set has a score for. Trials of a problem are averaged first, so that"
                + " a problem counts once however many seeds it has. A law is recovered when its normalised error (NMSE) is below "
                + Numbers.significant(Metrics.RECOVERED)
                + " inside the training range and outside. Medians over problems stand with their 95 % intervals; the score is 1/(1 + √NMSE),"
                + " which no single bad extrapolation decides. p is that of a two-sided sign-flip test of the differences by"
                + " problem, exact up to " + SignFlip.MOST_EXACT
                + " problems, adjusted for the number of sets after Holm; the interval has the differences that this test does not"
                + " reject, and those of medians are from order statistics.";
    }

    private static String verdict(List<Answer.Entry> compared) {
        List<Answer.Entry> outside = compared.stream()
                .filter(row -> row.name("measure").equals(SetComparison.OOD))
                .toList();
        List<Answer.Entry> asked = outside.isEmpty() ? compared : outside;
        List<String> sentences = asked.stream()
                .filter(row -> row.number("adjusted_p_value").orElse(1.0) <= LEVEL)
                .map(SetComparisonTable::finding)
                .toList();
        if (!sentences.isEmpty()) {
            return String.join(" ", sentences);
        }
        long problems =
                asked.stream().mapToLong(row -> row.count("problems")).max().orElse(0);
        int needed = SignFlip.needed(LEVEL / Math.max(1, asked.size())).orElse(SignFlip.MOST_EXACT);
        return problems < needed
                ? "<strong>" + Numbers.whole(problems) + (problems == 1 ? " problem is" : " problems are")
                        + " too few to tell the sets apart</strong>: it takes " + needed + " for an adjusted p of "
                        + LEVEL + " or less, whatever the scores are."
                : "<strong>No set differs from the first</strong> at an adjusted p of " + LEVEL
                        + " outside the training range.";
    }

    private static String finding(Answer.Entry row) {
        return "<strong>" + Html.escape(row.name("operator_set")) + " does "
                + (row.number("difference").orElse(0.0) > 0 ? "better" : "worse") + " than "
                + Html.escape(row.name("reference")) + "</strong> (" + measure(row) + ", adjusted p "
                + Numbers.significant(row.number("adjusted_p_value")) + ").";
    }
}
