package org.spolia.experiment.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Score against the number of labels, a line for each encoder, a panel for each probe, part that is scored and head. */
final class TransferCurves {
    /** Below it a score says that a head went wrong, and how far is of no interest. */
    private static final double LEAST_SCORE = -0.5;

    private TransferCurves() {}

    static Figure figure() {
        return new Figure(
                "curves",
                "How many labels does an encoder save?",
                "the stage probe with heads that foretell numbers or classes",
                TransferCurves::draw,
                TransferCurves::read);
    }

    private static String draw(Answer answer) {
        Map<String, List<Answer.Entry>> panels = new LinkedHashMap<>();
        answer.entries()
                .forEach(row -> panels.computeIfAbsent(title(row), panel -> new ArrayList<>())
                        .add(row));
        StringBuilder html = new StringBuilder();
        panels.forEach((title, rows) -> html.append("<h3>")
                .append(Html.escape(title))
                .append("</h3>")
                .append(curves(rows).chart(title, rows)));
        return html.toString();
    }

    private static String title(Answer.Entry row) {
        String scored = row.name("split").equals("test")
                ? "like those that were learned from"
                : row.name("dataset").equals(row.name("test_dataset")) ? "held-out range" : row.name("test_dataset");
        return row.name("probe") + ": " + row.name("quantity") + " of " + row.name("dataset") + ", " + scored + ", by "
                + row.name("head");
    }

    private static SizeCurves curves(List<Answer.Entry> rows) {
        String axis = rows.get(0).name("metric").equals("r2") ? "R²" : "accuracy";
        return new SizeCurves(axis, "value", LEAST_SCORE, 1);
    }

    private static String read(Answer answer) {
        long scores = answer.entries().stream()
                .mapToLong(row -> row.count("scores"))
                .max()
                .orElse(0);
        return "A point is the median over subsets of labels and over encoders of one name (up to " + scores
                + " scores), a bar reaches from the first quartile to the third; what is below "
                + Numbers.significant(LEAST_SCORE)
                + " is drawn there. <code>raw</code> are the values themselves, <code>random</code> is a network that has learned"
                + " nothing: what lies on or below its line, no pretraining has added. With the head finetune the network learns the"
                + " labels itself, from scratch where it is random.";
    }
}
