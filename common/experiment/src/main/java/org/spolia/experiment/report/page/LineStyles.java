package org.spolia.experiment.report.page;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * How each line of a figure looks, the same in all of its panels: one of Okabe and Ito's colours, which colour-blind readers tell apart, drawn
 * through; then the same ones dashed, then dotted.
 */
public final class LineStyles {
    private static final List<String> COLOURS =
            List.of("#0072B2", "#E69F00", "#009E73", "#CC79A7", "#56B4E9", "#D55E00", "#F0E442");

    /** As ECharts calls them, and as SVG draws them. */
    private static final List<Dash> DASHES =
            List.of(new Dash("solid", "none"), new Dash("dashed", "6 3"), new Dash("dotted", "2 2"));

    /** Not every figure has a line for them, so that the others look the same in all only if these come last. */
    private static final List<String> CONTROLS = List.of("raw", "random", "persistence", "mean");

    private final List<String> names;

    private LineStyles(List<String> names) {
        this.names = names;
    }

    private record Dash(String name, String array) {}

    public static LineStyles of(Collection<String> names) {
        List<String> ordered = new ArrayList<>(new TreeSet<>(names));
        List<String> controls = CONTROLS.stream().filter(ordered::contains).toList();
        ordered.removeAll(controls);
        ordered.addAll(controls);
        return new LineStyles(ordered);
    }

    public String colour(String name) {
        return COLOURS.get(names.indexOf(name) % COLOURS.size());
    }

    /** For ECharts. */
    public Map<String, Object> line(String name) {
        return Map.of("color", colour(name), "type", dash(name).name);
    }

    private Dash dash(String name) {
        return DASHES.get(names.indexOf(name) / COLOURS.size() % DASHES.size());
    }

    /** What the lines are called, each beside a piece of it. */
    public String legend() {
        StringBuilder html = new StringBuilder("<ul class=\"legend\">");
        for (String name : names) {
            html.append("<li><svg width=\"28\" height=\"8\" aria-hidden=\"true\"><path d=\"M0 4h28\" stroke=\"")
                    .append(colour(name))
                    .append("\" stroke-width=\"3\" stroke-dasharray=\"")
                    .append(dash(name).array)
                    .append("\"/></svg> ")
                    .append(Html.escape(name))
                    .append("</li>");
        }
        return html.append("</ul>").toString();
    }
}
