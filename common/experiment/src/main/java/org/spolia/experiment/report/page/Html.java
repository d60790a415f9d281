package org.spolia.experiment.report.page;

import java.util.List;
import java.util.Map;

/** Pieces of HTML. Everything that comes from a table is escaped. */
public final class Html {
    private Html() {}

    public static String escape(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                default -> escaped.append(c);
            }
        }
        return escaped.toString();
    }

    /**
     * Returns a table in a box that scrolls by itself, so that a narrow page does not scroll.
     *
     * @param head the titles of the columns, as text
     * @param rows the cells, as HTML from {@code <td} or {@code <th} to its end
     */
    public static String table(String kind, List<String> head, List<List<String>> rows) {
        StringBuilder html =
                new StringBuilder("<div class=\"scroll\" tabindex=\"0\"><table class=\"" + kind + "\"><thead><tr>");
        head.forEach(
                title -> html.append("<th scope=\"col\">").append(escape(title)).append("</th>"));
        html.append("</tr></thead><tbody>");
        for (List<String> row : rows) {
            html.append("<tr>");
            for (int column = 0; column < row.size(); column++) {
                html.append(titled(row.get(column), head.get(column)));
            }
            html.append("</tr>");
        }
        return html.append("</tbody></table></div>").toString();
    }

    /** A narrow page shows the title of a column next to its cell. */
    private static String titled(String cell, String title) {
        return cell.startsWith("<td") && !title.isEmpty()
                ? "<td data-title=\"" + escape(title) + "\"" + cell.substring("<td".length())
                : cell;
    }

    /** Returns values with their names, both given as text. */
    public static String facts(Map<String, String> values) {
        StringBuilder html = new StringBuilder("<dl class=\"facts\">");
        values.forEach((name, value) -> html.append("<div><dt>")
                .append(escape(name))
                .append("</dt><dd>")
                .append(escape(value))
                .append("</dd></div>"));
        return html.append("</dl>").toString();
    }

    public static String cell(String text) {
        return "<td>" + escape(text) + "</td>";
    }

    public static String number(String text) {
        return "<td class=\"number\">" + escape(text) + "</td>";
    }

    /** Returns a cell for a formula, given as MathML. */
    public static String equation(String mathml) {
        return "<td class=\"equation\">" + mathml + "</td>";
    }

    /** Returns a cell that marks the selected model. */
    public static String selected(boolean selected) {
        return selected ? "<td class=\"good\">selected</td>" : "<td></td>";
    }

    public static String rowHead(String text) {
        return "<th scope=\"row\">" + escape(text) + "</th>";
    }
}
