package org.spolia.experiment.report.law;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.spolia.experiment.report.page.Answer;
import org.spolia.experiment.report.page.Figure;
import org.spolia.experiment.report.page.Heat;
import org.spolia.experiment.report.page.Html;
import org.spolia.experiment.report.page.Numbers;

/** Operators against fields: the effect of each out of distribution, placebos at the bottom. */
public final class UtilityMap {
    /** The expected share of false discoveries among the marked cells. */
    private static final double FALSE_DISCOVERY_RATE = 0.1;

    private UtilityMap() {}

    public static Figure figure() {
        return new Figure(
                "utility",
                "Which operators help in which field?",
                "operator sets of a <code>design</code>, whose trials are all scored, and the stage utility",
                UtilityMap::draw,
                UtilityMap::read);
    }

    private static String draw(Answer answer) {
        StringBuilder html = new StringBuilder();
        List<String> designs = designs(answer);
        for (String design : designs) {
            if (designs.size() > 1) {
                html.append("<h3>").append(Html.escape(design)).append("</h3>");
            }
            html.append(table(of(answer, design)));
        }
        return html.toString();
    }

    private static List<String> designs(Answer answer) {
        return answer.entries().stream()
                .map(row -> row.name("design"))
                .distinct()
                .toList();
    }

    private static List<Answer.Entry> of(Answer answer, String design) {
        return answer.entries().stream()
                .filter(row -> row.name("design").equals(design))
                .toList();
    }

    private static List<Answer.Entry> level(List<Answer.Entry> rows, String level) {
        return rows.stream().filter(row -> row.name("level").equals(level)).toList();
    }

    private static String table(List<Answer.Entry> rows) {
        List<Answer.Entry> factors = level(rows, "all").stream()
                .sorted(Comparator.comparing((Answer.Entry row) -> row.isTrue("placebo"))
                        .thenComparing(row -> -row.number("utility").orElse(0.0))
                        .thenComparing(row -> row.name("factor")))
                .toList();
        List<Answer.Entry> cells = level(rows, "field");
        List<String> fields =
                cells.stream().map(row -> row.name("field")).distinct().sorted().toList();
        Heat heat = new Heat(level(rows, "field").stream()
                .mapToDouble(row -> Math.abs(row.number("utility").orElse(0.0)))
                .max()
                .orElse(1));
        List<String> head = new ArrayList<>(List.of("operator", "all fields"));
        fields.forEach(field -> head.add(field + " (n = " + problems(cells, field) + ")"));
        List<List<String>> body = new ArrayList<>();
        for (Answer.Entry factor : factors) {
            List<String> line = new ArrayList<>();
            line.add(Html.rowHead(factor.name("factor") + (factor.isTrue("placebo") ? " (placebo)" : "")));
            line.add(cell(heat, Optional.of(factor)));
            fields.forEach(field -> line.add(cell(
                    heat,
                    cells.stream()
                            .filter(row -> row.name("field").equals(field)
                                    && row.name("factor").equals(factor.name("factor")))
                            .findFirst())));
            body.add(line);
        }
        return Html.table("heat", head, body);
    }

    private static long problems(List<Answer.Entry> cells, String field) {
        return cells.stream()
                .filter(row -> row.name("field").equals(field))
                .mapToLong(row -> row.count("problems"))
                .max()
                .orElse(0);
    }

    private static String cell(Heat heat, Optional<Answer.Entry> row) {
        if (row.isEmpty()) {
            return heat.cell(Optional.empty(), false, "no complete block");
        }
        Answer.Entry record = row.get();
        return heat.cell(
                record.number("utility"),
                isSignificant(record),
                "effect " + Numbers.significant(record.number("effect")) + ", 95 % interval "
                        + Numbers.significant(record.number("lower")) + " to "
                        + Numbers.significant(record.number("upper")) + ", p "
                        + Numbers.significant(record.number("p_value")) + ", adjusted "
                        + Numbers.significant(record.number("adjusted_p_value")) + ", n = "
                        + record.count("problems"));
    }

    private static boolean isSignificant(Answer.Entry row) {
        return row.number("adjusted_p_value").orElse(1.0) <= FALSE_DISCOVERY_RATE;
    }

    private static String marked(List<Answer.Entry> cells) {
        return cells.stream().filter(UtilityMap::isSignificant).count() + " of " + cells.size() + " cells";
    }

    private static String read(Answer answer) {
        List<Answer.Entry> cells = level(answer.entries(), "field");
        List<Answer.Entry> overall = level(answer.entries(), "all");
        double least = cells.stream()
                .mapToDouble(row -> row.number("least_p_value").orElse(1.0))
                .max()
                .orElse(1);
        List<String> interactions = level(answer.entries(), "design").stream()
                .map(row -> Numbers.significant(row.number("interaction_p_value")))
                .toList();
        return "A number is the gain in the bounded score out of distribution, 1/(1 + √NMSE), when the operator may be used, drawn"
                + " towards its mean over all fields as far as fields are alike. <strong>" + marked(overall)
                + " over all fields and " + marked(cells)
                + " in single fields are marked</strong> (bold, underlined): of each of"
                + " the two kinds at most a tenth of the marked ones are expected to be false (Benjamini and Hochberg at "
                + FALSE_DISCOVERY_RATE
                + " over sign-flip tests). n is the number of problems with a score for every operator set; in the field with the"
                + " fewest no p can be below " + Numbers.significant(least)
                + ". Whether operators help differently by field: p = " + String.join(", ", interactions)
                + " under shuffled field labels. Placebo operators are in no law and no law can be made of them: what they seem"
                + " to add is noise, or what any function adds that bends curves.";
    }
}
