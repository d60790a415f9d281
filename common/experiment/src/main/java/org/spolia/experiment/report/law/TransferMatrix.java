package org.spolia.experiment.report.law;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.spolia.experiment.report.page.Answer;
import org.spolia.experiment.report.page.Figure;
import org.spolia.experiment.report.page.Heat;
import org.spolia.experiment.report.page.Html;
import org.spolia.experiment.report.page.Numbers;

/** Source fields against target fields: how well one predicts the other. */
public final class TransferMatrix {
    private TransferMatrix() {}

    public static Figure figure() {
        return Figure.drawn(
                        "transfer",
                        (text, answer) -> answer.names("design").stream()
                                .map(design -> table(answer.with("design", design)))
                                .collect(Collectors.joining()))
                .with(answer -> Map.of(
                        "within", Numbers.significant(mean(answer, true)),
                        "between", Numbers.significant(mean(answer, false))));
    }

    private static String table(Answer rows) {
        List<String> targets = rows.names("target_field");
        Heat heat = new Heat(1);
        List<String> head = new ArrayList<>(List.of("from ↓ to →"));
        head.addAll(targets);
        List<List<String>> body = new ArrayList<>();
        for (String source : rows.names("source_field")) {
            List<String> line = new ArrayList<>(List.of(Html.rowHead(source)));
            targets.forEach(target -> line.add(cell(
                    heat,
                    rows.with("source_field", source)
                            .with("target_field", target)
                            .first())));
            body.add(line);
        }
        return Html.table("heat", head, body);
    }

    private static String cell(Heat heat, Optional<Answer.Entry> row) {
        return heat.cell(
                row.flatMap(record -> record.number("correlation")),
                false,
                row.map(record -> record.count("source_problems") + " source problems, target problems: "
                                + record.count("problems"))
                        .orElse(""));
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
