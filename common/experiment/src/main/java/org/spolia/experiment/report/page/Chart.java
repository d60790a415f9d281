package org.spolia.experiment.report.page;

import java.util.Map;

/** A place on the page where the script of the page draws with ECharts. */
public final class Chart {
    private Chart() {}

    /**
     * A chart.
     *
     * @param label what a screen reader says in its place
     * @param height in CSS pixels
     * @param option as ECharts reads it
     */
    public static String of(String label, int height, Map<String, ?> option) {
        return "<div class=\"chart\" role=\"img\" aria-label=\"" + Html.escape(label) + "\" style=\"height:" + height
                + "px\"></div><script type=\"application/json\">" + Json.inScript(option) + "</script>";
    }
}
