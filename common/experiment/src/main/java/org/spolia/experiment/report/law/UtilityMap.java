package org.spolia.experiment.report.law;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
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
        return Figure.drawn("utility", (text, answer) -> draw(answer)).with(UtilityMap::findings);
    }

    private static String draw(Answer answer) {
        StringBuilder html = new StringBuilder();
        List<String> designs = answer.names("design");
        for (String design : designs) {
            if (designs.size() > 1) {
                html.append("<h3>").append(Html.escape(design)).append("</h3>");
            }
            html.append(table(answer.with("design", design)));
        }
        return html.toString();
    }

    private static String table(Answer rows) {
        List<Answer.Entry> factors = rows.with("level", "all").entries().stream()
                .sorted(Comparator.comparing((Answer.Entry row) -> row.isTrue("placebo"))
                        .thenComparing(row -> -row.number("utility").orElse(0.0))
                        .thenComparing(row -> row.name("factor")))
                .toList();
        Answer cells = rows.with("level", "field");
        List<String> fields = cells.names("field").stream().sorted().toList();
        Heat heat = new Heat(cells.entries().stream()
                .mapToDouble(row -> Math.abs(row.number("utility").orElse(0.0)))
                .max()
                .orElse(1));
        List<String> head = new ArrayList<>(List.of("operator", "all fields"));
        fields.forEach(
                field -> head.add(field + " (n = " + cells.with("field", field).greatest("problems") + ")"));
        List<List<String>> body = new ArrayList<>();
        for (Answer.Entry factor : factors) {
            Answer ofFactor = cells.with("factor", factor.name("factor"));
            List<String> line = new ArrayList<>();
            line.add(Html.rowHead(factor.name("factor") + (factor.isTrue("placebo") ? " (placebo)" : "")));
            line.add(cell(heat, Optional.of(factor)));
            fields.forEach(
                    field -> line.add(cell(heat, ofFactor.with("field", field).first())));
            body.add(line);
        }
        return Html.table("heat", head, body);
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

    private static String marked(Answer cells) {
        List<Answer.Entry> all = cells.entries();
        return all.stream().filter(UtilityMap::isSignificant).count() + " of " + all.size() + " cells";
    }

    private static Map<String, String> findings(Answer answer) {
        Answer cells = answer.with("level", "field");
        double least = cells.entries().stream()
                .mapToDouble(row -> row.number("least_p_value").orElse(1.0))
                .max()
                .orElse(1);
        return Map.of(
                "overall", marked(answer.with("level", "all")),
                "cells", marked(cells),
                "rate", String.valueOf(FALSE_DISCOVERY_RATE),
                "least", Numbers.significant(least),
                "interactions",
                        answer.with("level", "design").entries().stream()
                                .map(row -> Numbers.significant(row.number("interaction_p_value")))
                                .collect(Collectors.joining(", ")));
    }
}
