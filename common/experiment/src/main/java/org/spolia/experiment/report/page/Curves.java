package org.spolia.experiment.report.page;

import java.util.Map;

/**
 * The axes of learning curves.
 *
 * @param learned what the number of training items counts
 * @param axis the title of the other axis
 * @param axes other titles of that axis, by the metric of the rows
 * @param type the type of that axis in ECharts
 * @param least the lower bound; smaller values are drawn there
 * @param most the upper bound; larger values are drawn there
 * @param without texts in columns of rows that are not drawn
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

    /** Returns the title of the axis of a panel. */
    public String axis(Answer.Entry row) {
        return axes.isEmpty() ? axis : axes.getOrDefault(row.name("metric"), axis);
    }

    /** Returns whether a row is a point of a curve. */
    public boolean has(Answer.Entry row) {
        return without.isEmpty() || !row.has(without);
    }

    /** Returns a number limited to the bounds; the lower bound if the number is absent. */
    public double visible(Answer.Entry row, String column) {
        return Math.max(least, Math.min(most, row.number(column).orElse(least)));
    }
}
