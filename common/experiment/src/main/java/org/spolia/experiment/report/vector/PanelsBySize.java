package org.spolia.experiment.report.vector;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.spolia.experiment.report.page.Answer;

/**
 * Curves of a quantity against the size of the training set: a line for each encoder with quartiles, a panel for each
 * probe, scored part and head.
 *
 * @param learned the unit of the size
 * @param axis the label of the axis, for a row of the panel
 * @param logarithmic whether its axis is
 * @param least lower values are drawn here
 * @param most higher values are drawn here
 */
record PanelsBySize(
        String learned, Function<Answer.Entry, String> axis, boolean logarithmic, double least, double most) {
    /** The training data of heads. */
    static final String LABELS = "labelled groups";

    /**
     * Returns the panels as HTML.
     *
     * @param answer with columns probe, quantity, dataset, split, test_dataset, head, encoder, setting, size, lower,
     * median and upper
     */
    String draw(Answer answer) {
        return draw(answer.entries());
    }

    /** The same for some of its rows. */
    String draw(List<Answer.Entry> entries) {
        Map<String, List<Answer.Entry>> panels = new LinkedHashMap<>();
        entries.forEach(row ->
                panels.computeIfAbsent(title(row), panel -> new ArrayList<>()).add(row));
        return SizeCurves.panels(
                panels,
                rows -> new SizeCurves(learned, axis.apply(rows.get(0)), logarithmic ? "log" : "value", least, most));
    }

    /** The most scores behind a point. */
    static long scores(Answer answer) {
        return answer.entries().stream()
                .mapToLong(row -> row.count("scores"))
                .max()
                .orElse(0);
    }

    private static String title(Answer.Entry row) {
        return row.name("probe") + ": " + row.name("quantity") + " of " + row.name("dataset") + ", " + scored(row)
                + ", by " + row.name("head");
    }

    /** Returns the scored part of a row with columns split, dataset and test_dataset. */
    static String scored(Answer.Entry row) {
        if (row.name("split").equals("test")) {
            return "like those that were learned from";
        }
        return row.name("dataset").equals(row.name("test_dataset")) ? "held-out range" : row.name("test_dataset");
    }
}
