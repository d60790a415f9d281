package org.spolia.experiment.report.page;

import java.util.HashMap;
import java.util.Map;

/**
 * The chart of a figure.
 *
 * @param kind the name of the resource with its options
 * @param label the text for screen readers
 * @param height the height without rows, in CSS pixels
 * @param rowHeight the height that each row adds, in CSS pixels
 * @param values the values of options that are constant for this figure
 */
record FigureChart(String kind, String label, int height, int rowHeight, Map<String, Object> values) {
    FigureChart {
        values = values == null ? Map.of() : Map.copyOf(values);
    }

    String draw(int rows, Map<String, ?> more) {
        Map<String, Object> all = new HashMap<>(values);
        all.putAll(more);
        return Chart.of(kind, label, height + rowHeight * rows, all);
    }
}
