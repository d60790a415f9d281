package org.spolia.experiment.report.law;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.spolia.experiment.report.page.Answer;
import org.spolia.experiment.report.page.Figure;
import org.spolia.experiment.report.page.FigureText;
import org.spolia.experiment.report.page.Html;
import org.spolia.experiment.report.page.Numbers;
import org.spolia.experiment.row.SetComparison;
import org.spolia.statistics.Metrics;
import org.spolia.statistics.SignFlip;

/** The operator lists side by side, and the difference of each from the first on the same problems. */
public final class SetComparisonTable {
    private static final double LEVEL = 0.05;
    private static final double LEAST_BOUND = 0.1;
    private static final Map<String, String> MEASURES = Map.of(
            SetComparison.RECOVERED, "share recovered",
            SetComparison.TEST, "score inside",
            SetComparison.OOD, "score outside");
    private static final List<String> ORDER = List.of(SetComparison.OOD, SetComparison.TEST, SetComparison.RECOVERED);

    private SetComparisonTable() {}

    public static Figure figure() {
        return Figure.drawn("sets", SetComparisonTable::draw)
                .with(answer -> Map.of(
                        "verdict", verdict(compared(answer)),
                        "recovered", Numbers.significant(Metrics.RECOVERED),
                        "exact", String.valueOf(SignFlip.MOST_EXACT)));
    }

    private static String draw(FigureText text, Answer answer) {
        List<Answer.Entry> compared = compared(answer);
        double bound = bound(compared);
        return reached(text, answer)
                + Intervals.draw(
                        text,
                        compared,
                        "difference",
                        compared.stream()
                                .map(row -> row.name("operator_set") + ", " + measure(row))
                                .toList(),
                        Map.of("axis", Map.of("type", "value", "min", -bound, "max", bound, "name", "difference")))
                + differences(text, compared);
    }

    /** An axis with zero in the middle, which does not magnify small differences. */
    private static double bound(List<Answer.Entry> rows) {
        double most = rows.stream()
                .flatMap(row -> Stream.of("difference", "lower", "upper").map(row::number))
                .flatMap(Optional::stream)
                .mapToDouble(Math::abs)
                .max()
                .orElse(0);
        return Math.min(1, Math.max(LEAST_BOUND, Math.ceil(11 * most) / 10));
    }

    /** The scores of each set in one row, from the rows of its three measures. */
    private static String reached(FigureText text, Answer answer) {
        Map<String, Answer.Entry> sets = new LinkedHashMap<>();
        answer.entries().forEach(row -> sets.putIfAbsent(row.name("operator_set"), row));
        return text.table(
                "reached",
                List.copyOf(sets.values()),
                Map.of(
                        "recovered",
                                set -> Html.number(of(answer, SetComparison.RECOVERED, set)
                                        .map(row -> Numbers.whole(row.count("recovered")) + " of "
                                                + Numbers.whole(row.count("trials")))
                                        .orElse("–")),
                        "error_inside", set -> Html.number(error(of(answer, SetComparison.TEST, set))),
                        "error_outside", set -> Html.number(error(of(answer, SetComparison.OOD, set))),
                        "score_inside", set -> score(of(answer, SetComparison.TEST, set)),
                        "score_outside", set -> score(of(answer, SetComparison.OOD, set)),
                        "problems",
                                set -> Html.number(Numbers.whole(Math.max(
                                        problems(of(answer, SetComparison.TEST, set)),
                                        problems(of(answer, SetComparison.OOD, set)))))));
    }

    private static Optional<Answer.Entry> of(Answer answer, String measure, Answer.Entry set) {
        return answer.with("measure", measure)
                .with("operator_set", set.name("operator_set"))
                .first();
    }

    private static String score(Optional<Answer.Entry> row) {
        return Html.number(Numbers.fixed(row.flatMap(entry -> entry.number("score")), 3));
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

    /** Errors are limited to bounds, so a value at a bound is not an exact number. */
    private static String bounded(Optional<Double> nmse) {
        double least = StrictMath.pow(10, Metrics.LEAST_DECADE);
        double most = StrictMath.pow(10, Metrics.MOST_DECADE);
        return nmse.map(value -> value <= least
                        ? "< " + Numbers.significant(least)
                        : value >= most ? "> " + Numbers.significant(most) : Numbers.significant(value))
                .orElse("–");
    }

    /** The rows with a difference, out of distribution first, because that is the question of the experiment. */
    private static List<Answer.Entry> compared(Answer answer) {
        return ORDER.stream()
                .flatMap(measure -> answer.with("measure", measure).entries().stream())
                .filter(row -> row.text("reference").isPresent())
                .toList();
    }

    private static String measure(Answer.Entry row) {
        return MEASURES.getOrDefault(row.name("measure"), row.name("measure"));
    }

    private static String differences(FigureText text, List<Answer.Entry> compared) {
        return text.table(
                "differences",
                compared,
                Map.of(
                        "pair", row -> Html.rowHead(row.name("operator_set") + " − " + row.name("reference")),
                        "measured", row -> Html.cell(measure(row)),
                        "interval",
                                row -> Html.number(row.number("lower")
                                        .map(lower -> Numbers.fixed(Optional.of(lower), 3) + " to "
                                                + Numbers.fixed(row.number("upper"), 3))
                                        .orElse("–")),
                        "counts",
                                row -> Html.number(Numbers.whole(row.count("better")) + " / "
                                        + Numbers.whole(row.count("worse")) + " / "
                                        + Numbers.whole(
                                                row.count("problems") - row.count("better") - row.count("worse")))));
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
                        + " too few to distinguish the sets</strong>: at least " + needed
                        + " are needed for an adjusted p of "
                        + LEVEL + " or less, whatever the scores are."
                : "<strong>No set differs from the first</strong> at an adjusted p of " + LEVEL
                        + " out of distribution.";
    }

    private static String finding(Answer.Entry row) {
        return "<strong>" + Html.escape(row.name("operator_set")) + " does "
                + (row.number("difference").orElse(0.0) > 0 ? "better" : "worse") + " than "
                + Html.escape(row.name("reference")) + "</strong> (" + measure(row) + ", adjusted p "
                + Numbers.significant(row.number("adjusted_p_value")) + ").";
    }
}
