package org.spolia.experiment.report.page;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An element in which the script of the page draws with ECharts. Its options are a JSON resource. In it, a text such as
 * {@code "{points}"} is replaced by the value of this name, and an object with the key {@code each} is repeated for
 * each map in the list of that name.
 */
public final class Chart {
    private static final String EACH = "each";

    private Chart() {}

    /**
     * Returns a chart.
     *
     * @param kind the name of the resource
     * @param label the text for screen readers
     * @param height in CSS pixels
     * @param values the values in the options
     */
    public static String of(String kind, String label, int height, Map<String, ?> values) {
        Map<?, ?> options = Json.read(Figure.resource("charts/" + kind + ".json"), Map.class);
        return "<div class=\"chart\" role=\"img\" aria-label=\"" + Html.escape(label) + "\" style=\"height:" + height
                + "px\"></div><script type=\"application/json\">" + Json.inScript(filled(options, values))
                + "</script>";
    }

    private static Object filled(Object part, Map<String, ?> values) {
        if (part instanceof Map<?, ?> object) {
            Map<Object, Object> filled = new LinkedHashMap<>();
            object.forEach((key, value) -> {
                if (!EACH.equals(key)) {
                    filled.put(key, filled(value, values));
                }
            });
            return filled;
        }
        if (part instanceof List<?> list) {
            List<Object> filled = new ArrayList<>();
            list.forEach(element -> addFilled(element, values, filled));
            return filled;
        }
        return part instanceof String text && text.startsWith("{") && text.endsWith("}")
                ? value(text.substring(1, text.length() - 1), values)
                : part;
    }

    private static void addFilled(Object element, Map<String, ?> values, List<Object> filled) {
        if (!(element instanceof Map<?, ?> object) || !object.containsKey(EACH)) {
            filled.add(filled(element, values));
            return;
        }
        for (Object each : (List<?>) value(String.valueOf(object.get(EACH)), values)) {
            Map<String, Object> all = new HashMap<>(values);
            ((Map<?, ?>) each).forEach((name, value) -> all.put(String.valueOf(name), value));
            filled.add(filled(element, all));
        }
    }

    private static Object value(String name, Map<String, ?> values) {
        @Nullable Object value = values.get(name);
        if (value == null) {
            throw new IllegalArgumentException("No value for " + name + " among " + values.keySet());
        }
        return value;
    }
}
