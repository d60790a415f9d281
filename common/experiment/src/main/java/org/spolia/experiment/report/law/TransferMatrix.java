package org.spolia.experiment.report.law;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.spolia.experiment.report.page.Answer;
import org.spolia.experiment.report.page.Figure;
import org.spolia.experiment.report.page.Heat;
import org.spolia.experiment.report.page.Html;
import org.spolia.experiment.report.page.Numbers;

/** Source fields against target fields: how well one predicts the other. */
public final class TransferMatrix {
    private TransferMatrix() {}

    public static Figure figure() {
        return new Figure(
                "transfer",
                "Does what helps one field help another?",
                "operator sets of a <code>design</code>, problems of two fields, and the stage utility",
                TransferMatrix::draw,
                TransferMatrix::read);
    }

    private static String draw(Answer answer) {
        StringBuilder html = new StringBuilder();
        for (String design : answer.entries().stream()
                .map(row -> row.name("design"))
                .distinct()
                .toList()) {
            html.append(table(answer.entries().stream()
                    .filter(row -> row.name("design").equals(design))
                    .toList()));
        }
        return html.toString();
    }

    private static String table(List<Answer.Entry> rows) {
        List<String> targets =
                rows.stream().map(row -> row.name("target_field")).distinct().toList();
        Heat heat = new Heat(1);
        List<String> head = new ArrayList<>(List.of("from ↓ to →"));
        head.addAll(targets);
        List<List<String>> body = new ArrayList<>();
        for (String source :
                rows.stream().map(row -> row.name("source_field")).distinct().toList()) {
            List<String> line = new ArrayList<>(List.of(Html.rowHead(source)));
            for (String target : targets) {
                line.add(cell(
                        heat,
                        rows.stream()
                                .filter(row -> row.name("source_field").equals(source)
                                        && row.name("target_field").equals(target))
                                .findFirst()));
            }
            body.add(line);
        }
        return Html.table("heat", head, body);
    }

    private static String cell(Heat heat, Optional<Answer.Entry> row) {
        return heat.cell(
                row.flatMap(record -> record.number("correlation")),
                false,
                row.map(record -> record.count("source_problems") + " problems say something about "
                                + record.count("problems"))
                        .orElse(""));
    }

    private static String read(Answer answer) {
        double diagonal = mean(answer, true);
        double elsewhere = mean(answer, false);
        return "A number is the correlation, over operators, of what they add on a problem of the target field with what they add on"
                + " average in the source field; on the diagonal the problem itself is left out. Its mean is <strong>"
                + Numbers.significant(diagonal) + " within fields and " + Numbers.significant(elsewhere)
                + " between them</strong>. Few operators make a correlation of any size by chance, and no cell has an interval: read"
                + " the pattern, not the cell.";
    }

    private static double mean(Answer answer, boolean within) {
        return answer.entries().stream()
                .filter(row -> row.name("source_field").equals(row.name("target_field")) == within)
                .flatMap(row -> row.number("correlation").stream())
                .mapToDouble(Double::doubleValue)
                .average()
                .orElse(0);
    }
}
