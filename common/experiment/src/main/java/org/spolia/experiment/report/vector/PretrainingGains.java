package org.spolia.experiment.report.vector;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.spolia.experiment.report.page.Answer;
import org.spolia.experiment.report.page.Figure;
import org.spolia.experiment.report.page.FigureText;
import org.spolia.experiment.report.page.Html;
import org.spolia.experiment.report.page.Numbers;

/** The share of the control's error that an encoder removes, and the size at which this changes sign. */
public final class PretrainingGains {
    private static final List<String> LINE =
            List.of("probe", "dataset", "split", "test_dataset", "head", "encoder", "setting");

    private PretrainingGains() {}

    public static Figure figure() {
        return Figure.drawn("gain", PretrainingGains::draw);
    }

    private static String draw(FigureText text, Answer answer) {
        Map<List<String>, List<Answer.Entry>> lines = answer.entries().stream()
                .collect(Collectors.groupingBy(
                        row -> LINE.stream().map(row::name).toList(), LinkedHashMap::new, Collectors.toList()));
        Map<Answer.Entry, Answer.Entry> lasts = new LinkedHashMap<>();
        lines.values().forEach(line -> lasts.put(line.get(0), line.get(line.size() - 1)));
        return PanelsBySize.draw(text, answer)
                + text.table(
                        FigureText.ROWS,
                        List.copyOf(lasts.keySet()),
                        Map.of(
                                "most",
                                        row -> Html.number(Numbers.fixed(
                                                lasts.getOrDefault(row, row).number("median"), 2)),
                                "turn",
                                        row -> Html.number(
                                                row.text("crossing_size").orElse("never"))));
    }
}
