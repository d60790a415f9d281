package org.spolia.experiment.report;

import java.util.ArrayList;
import java.util.List;

/** How near the targets of those samples are that an encoder finds most alike. */
final class RetrievalSheet {
    private RetrievalSheet() {}

    static Figure figure() {
        return new Figure(
                "retrieval",
                "Is what looks alike alike?",
                "the stage probe with <code>retrieval</code> among its <code>heads</code>",
                RetrievalSheet::draw,
                answer ->
                        "The normalised discounted cumulative gain of the first ten answers, mean over queries: 1 if no order of the"
                                + " labelled samples were better. An answer is as relevant as its target is near; answers by chance get more than"
                                + " 0, which is what <code>raw</code> and <code>random</code> are there to tell.");
    }

    private static String draw(Answer answer) {
        List<List<String>> rows = new ArrayList<>();
        for (Answer.Entry row : answer.entries()) {
            rows.add(List.of(
                    Html.rowHead(row.name("encoder")),
                    Html.cell(row.name("probe")),
                    Html.cell(row.name("quantity")),
                    Html.cell(row.name("split")),
                    Html.cell(row.name("setting")),
                    Html.number(Numbers.whole(row.count("size"))),
                    Html.number(Numbers.fixed(row.number("mean"), 3)),
                    Html.number(Numbers.fixed(row.number("sd"), 3)),
                    Html.number(Numbers.whole(row.count("rows")))));
        }
        return Html.table(
                "stacked",
                List.of("encoder", "probe", "target", "scored", "given", "labels", "nDCG", "deviation", "queries"),
                rows);
    }
}
