package org.spolia.experiment.report.law;

import java.util.ArrayList;
import java.util.List;
import org.spolia.experiment.report.page.Answer;
import org.spolia.experiment.report.page.Figure;
import org.spolia.experiment.report.page.Html;
import org.spolia.experiment.report.page.Numbers;

/** How often an encoder is worse than an untrained one. */
public final class NegativeTransfer {
    private NegativeTransfer() {}

    public static Figure figure() {
        return new Figure(
                "harm",
                "Where does pretraining harm?",
                "probes of numbers, which have an encoder that has learned nothing",
                NegativeTransfer::draw,
                answer ->
                        "A case is a probe with a number of labels; it counts if the median of the gain above is below 0. The last column counts"
                                + " single scores, a subset and a seed each.");
    }

    private static String draw(Answer answer) {
        List<List<String>> rows = new ArrayList<>();
        for (Answer.Entry row : answer.entries()) {
            rows.add(List.of(
                    Html.rowHead(row.name("encoder")),
                    Html.cell(row.name("head")),
                    Html.cell(row.name("split")),
                    Html.number(Numbers.whole(row.count("cases"))),
                    Html.number(Numbers.percent(row.number("negative_cases"))),
                    Html.number(Numbers.percent(row.number("negative_scores")))));
        }
        return Html.table(
                "stacked", List.of("encoder", "head", "scored", "cases", "negative", "of single scores"), rows);
    }
}
