package org.spolia.experiment.report.vector;

import java.util.ArrayList;
import java.util.List;
import org.spolia.experiment.report.page.Answer;
import org.spolia.experiment.report.page.Figure;
import org.spolia.experiment.report.page.Html;
import org.spolia.experiment.report.page.Numbers;

/** Laws compared with black boxes on the same rows. */
public final class ModelFamilies {
    private ModelFamilies() {}

    public static Figure figure() {
        return new Figure(
                "models",
                "Laws or black boxes?",
                "trials that were searched and scored",
                ModelFamilies::draw,
                ModelFamilies::read);
    }

    private static String draw(Answer answer) {
        List<List<String>> rows = new ArrayList<>();
        for (Answer.Entry row : answer.entries()) {
            rows.add(List.of(
                    Html.rowHead(row.name("model")),
                    Html.number(Numbers.significant(row.number("median_test"))),
                    Html.number(Numbers.significant(row.number("median_ood"))),
                    Html.number(Numbers.fixed(row.number("mean_g_test"), 3)),
                    Html.number(Numbers.fixed(row.number("mean_g_ood"), 3)),
                    Html.number(Numbers.percent(row.number("mean_acc_01_ood"))),
                    Html.number(Numbers.percent(row.number("recovered"))),
                    Html.number(Numbers.whole(row.count("problems"))),
                    Html.number(Numbers.whole(row.count("models")))));
        }
        return Html.table(
                "stacked",
                List.of(
                        "model",
                        "median NMSE in distribution",
                        "out of distribution",
                        "mean G in distribution",
                        "out of distribution",
                        "within 10 % out of distribution",
                        "recovered",
                        "problems",
                        "models"),
                rows);
    }

    private static String read(Answer answer) {
        return "Each family is fitted to the same training rows; a law is the model that its trial chose on them. G is 1/(1 + √NMSE),"
                + " 0 for a model without a prediction on more than 1 % of the rows. Means weigh trials of all operator sets alike,"
                + " also of sets that cannot express the law. Measured data have no rows out of distribution.";
    }
}
