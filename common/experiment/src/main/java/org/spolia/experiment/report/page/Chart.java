package org.spolia.experiment.report.page;

import java.util.Map;

/** An element of the page in which the script of the page draws with ECharts. */
public final class Chart {
    private Chart() {}

    /**
     * Returns a chart.
     *
     * @param label the text of a screen reader
     * @param height in CSS pixels
     * @param option the option object of ECharts
     */
    public static String of(String label, int height, Map<String, ?> option) {
        return "<div class=\"chart\" role=\"img\" aria-label=\"" + Html.escape(label) + "\" style=\"height:" + height
                + "px\"></div><script type=\"application/json\">" + Json.inScript(option) + "</script>";
    }
}
