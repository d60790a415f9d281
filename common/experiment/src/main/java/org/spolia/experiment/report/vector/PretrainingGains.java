package org.spolia.experiment.report.vector;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.spolia.experiment.report.page.Answer;
import org.spolia.experiment.report.page.Figure;
import org.spolia.experiment.report.page.Html;
import org.spolia.experiment.report.page.Numbers;

/** The share of the control's error that an encoder removes, and the size at which this changes sign. */
public final class PretrainingGains {
    private static final PanelsBySize PANELS =
            new PanelsBySize(PanelsBySize.LABELS, row -> "share of the error", false, -1, 1);

    private PretrainingGains() {}

    public static Figure figure() {
        return new Figure(
                "gain",
                "What does pretraining add?",
                "probes of numbers, which have an encoder that has learned nothing",
                PretrainingGains::draw,
                PretrainingGains::read);
    }

    private static String draw(Answer answer) {
        Map<String, List<Answer.Entry>> lines = new LinkedHashMap<>();
        for (Answer.Entry row : answer.entries()) {
            String line = String.join(
                    "\n",
                    row.name("probe"),
                    row.name("dataset"),
                    row.name("split"),
                    row.name("test_dataset"),
                    row.name("head"),
                    row.name("encoder"),
                    row.name("setting"));
            lines.computeIfAbsent(line, name -> new ArrayList<>()).add(row);
        }
        List<List<String>> rows = new ArrayList<>();
        for (List<Answer.Entry> line : lines.values()) {
            Answer.Entry first = line.get(0);
            Answer.Entry last = line.get(line.size() - 1);
            rows.add(List.of(
                    Html.rowHead(first.name("encoder")),
                    Html.cell(first.name("probe")),
                    Html.cell(first.name("split")),
                    Html.cell(first.name("head")),
                    Html.number(Numbers.fixed(first.number("median"), 2)),
                    Html.number(Numbers.fixed(last.number("median"), 2)),
                    Html.number(first.text("crossing_size").orElse("never"))));
        }
        return PANELS.draw(answer)
                + Html.table(
                        "stacked",
                        List.of("encoder", "probe", "scored", "head", "fewest labels", "most labels", "turns at"),
                        rows);
    }

    private static String read(Answer answer) {
        return "(scratch − pretrained)/scratch of the NRMSE, subset by subset: what share of the error of the network that has learned"
                + " nothing, the median of its seeds, an encoder takes away; below 0 it adds to it. With the head finetune both have"
                + " learned the labels, and the control is learning from scratch. Points are medians and bars quartiles of up to "
                + PanelsBySize.scores(answer)
                + " scores, kept within -1 and 1. It turns at the fewest labels whose median has not the sign that it has with the"
                + " fewest.";
    }
}
