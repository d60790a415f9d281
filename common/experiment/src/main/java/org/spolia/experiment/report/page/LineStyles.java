package org.spolia.experiment.report.page;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * The style of each line of a figure, the same in all of its panels: the colours of Okabe and Ito, which colour-blind
 * readers can distinguish, first solid, then dashed, then dotted.
 */
public final class LineStyles {
    private static final List<String> COLOURS =
            List.of("#0072B2", "#E69F00", "#009E73", "#CC79A7", "#56B4E9", "#D55E00", "#F0E442");

    /** The names in ECharts, and the patterns in SVG. */
    private static final List<Dash> DASHES =
            List.of(new Dash("solid", "none"), new Dash("dashed", "6 3"), new Dash("dotted", "2 2"));

    /**
     * These come last, because not every figure has a line for them and the others must look the same in all figures.
     */
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

    /** Returns the style for ECharts. */
    public Map<String, Object> line(String name) {
        return Map.of("color", colour(name), "type", dash(name).name);
    }

    private Dash dash(String name) {
        return DASHES.get(names.indexOf(name) / COLOURS.size() % DASHES.size());
    }

    /** Returns the names of the lines, each next to a sample. */
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
