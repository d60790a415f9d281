package org.spolia.experiment.report;

import java.util.Map;

/** A place on the page where the script of the page draws with ECharts. */
final class Chart {
    private Chart() {}

    /**
     * A chart.
     *
     * @param label what a screen reader says in its place
     * @param height in CSS pixels
     * @param option as ECharts reads it
     */
    static String of(String label, int height, Map<String, ?> option) {
        return "<div class=\"chart\" role=\"img\" aria-label=\"" + Html.escape(label) + "\" style=\"height:" + height
                + "px\"></div><script type=\"application/json\">" + Json.inScript(option) + "</script>";
    }
}
