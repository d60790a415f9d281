package org.spolia.experiment.report.page;

import java.util.Map;

/**
 * The axes of curves against how much was learned from.
 *
 * @param learned what that is
 * @param axis what the other axis shows
 * @param axes what it shows instead, by the metric of the rows
 * @param type of that axis, as ECharts calls it
 * @param least what is below is drawn there
 * @param most what is above is drawn there
 * @param without the rows with these texts in columns, which are not drawn
 */
public record Curves(
        String learned,
        String axis,
        Map<String, String> axes,
        String type,
        double least,
        double most,
        Map<String, String> without) {
    public Curves {
        axes = axes == null ? Map.of() : Map.copyOf(axes);
        without = without == null ? Map.of() : Map.copyOf(without);
    }

    /** What the axis of a panel shows. */
    public String axis(Answer.Entry row) {
        return axes.isEmpty() ? axis : axes.getOrDefault(row.name("metric"), axis);
    }

    /** Whether a row is a point of a curve. */
    public boolean has(Answer.Entry row) {
        return without.isEmpty() || !row.has(without);
    }

    /** A number at the nearest place that is drawn; one that is absent is the least. */
    public double visible(Answer.Entry row, String column) {
        return Math.max(least, Math.min(most, row.number(column).orElse(least)));
    }
}
