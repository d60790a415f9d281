package org.spolia.experiment.report.vector;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.spolia.experiment.report.page.Answer;
import org.spolia.experiment.report.page.Figure;
import org.spolia.experiment.report.page.FigureText;
import org.spolia.experiment.report.page.Html;
import org.spolia.experiment.report.page.Numbers;

/** The difference between the target of a sample and the targets of the samples that an encoder finds most similar. */
public final class RetrievalSheet {
    private RetrievalSheet() {}

    public static Figure figure() {
        return Figure.drawn("retrieval", RetrievalSheet::draw);
    }

    private static String draw(FigureText text, Answer answer) {
        List<Answer.Entry> entries = answer.entries();
        EncoderNames names = EncoderNames.of(entries);
        Set<Long> sizes = new TreeSet<>();
        Map<List<String>, Map<Long, Answer.Entry>> lines = new LinkedHashMap<>();
        for (Answer.Entry row : entries) {
            sizes.add(row.count("size"));
            lines.computeIfAbsent(
                            List.of(
                                    names.of(row),
                                    row.name("probe"),
                                    row.name("quantity"),
                                    row.name("dataset"),
                                    row.name("split").equals("test") ? "test" : PanelsBySize.scored(row)),
                            line -> new HashMap<>())
                    .put(row.count("size"), row);
        }
        List<String> head = new ArrayList<>(List.of("encoder", "probe", "target", "table", "scored"));
        sizes.forEach(size -> head.add(Numbers.whole(size) + " labels"));
        head.add("queries");
        List<List<String>> rows = new ArrayList<>();
        lines.forEach((line, bySize) -> {
            List<String> cells = new ArrayList<>(List.of(Html.rowHead(line.get(0))));
            line.subList(1, line.size()).forEach(part -> cells.add(Html.cell(part)));
            sizes.forEach(size -> cells.add(Html.number(Optional.ofNullable(bySize.get(size))
                    .map(RetrievalSheet::gain)
                    .orElse(""))));
            cells.add(Html.number(Numbers.whole(bySize.values().stream()
                    .mapToLong(row -> row.count("rows"))
                    .max()
                    .orElse(0))));
            rows.add(cells);
        });
        return Html.table("stacked", head, rows);
    }

    private static String gain(Answer.Entry row) {
        return Numbers.fixed(row.number("mean"), 3) + " ± " + Numbers.fixed(row.number("sd"), 3);
    }
}
