package org.spolia.experiment.report.page;

import java.util.List;
import java.util.Map;

/** One HTML document with its style and its scripts inside. */
public final class Page {
    public static final String ECHARTS = "echarts.min.js";

    private Page() {}

    public static String of(Heading heading, List<Figure> figures, Map<String, Answer> answers) {
        StringBuilder sections = new StringBuilder();
        StringBuilder contents = new StringBuilder();
        for (Figure figure : figures) {
            Answer answer = answers.get(figure.id());
            if (answer == null) {
                throw new IllegalArgumentException("No answer for the figure " + figure.id());
            }
            contents.append("<li><a href=\"#").append(figure.id()).append("\">");
            contents.append(Html.escape(figure.text().title())).append("</a></li>");
            sections.append(section(figure, answer, figure.query(heading.experimentId())));
        }
        String header = "<p class=\"lead\">" + Html.escape(heading.description())
                + "</p>\n<p class=\"id\">experiment <code>"
                + Html.escape(heading.experimentId()) + "</code></p>\n<nav aria-label=\"Figures\"><ol>" + contents
                + "</ol></nav>";
        return of(heading.name(), header, sections.toString());
    }

    /**
     * Returns a document.
     *
     * @param title its title, as text
     * @param header the part below the title, as HTML
     * @param sections the rest, as HTML
     */
    public static String of(String title, String header, String sections) {
        return Figure.resource("page.html")
                .replace("{{title}}", Html.escape(title))
                .replace("{{style}}", Figure.resource("page.css"))
                .replace("{{header}}", header)
                .replace("{{sections}}", sections)
                .replace("{{script}}", Figure.resource("page.js"))
                .replace("{{echarts}}", Figure.resource(ECHARTS));
    }

    /** Returns the result of the query, for readers who want to use the data of the page. */
    private static String data(Answer answer) {
        return "<script type=\"application/json\" class=\"answer\">" + Json.inScript(answer) + "</script>";
    }

    private static String section(Figure figure, Answer answer, String query) {
        String body = answer.isEmpty()
                ? "<p class=\"empty\">The tables have no rows for this figure. It needs "
                        + figure.text().needs() + ".</p>"
                : figure.body(answer);
        return section(
                figure.id(),
                figure.text().title(),
                body + data(answer) + "<details><summary>SQL</summary><pre><code>" + Html.escape(query)
                        + "</code></pre></details>");
    }

    /** A part of the page under a title, which is text. */
    public static String section(String id, String title, String body) {
        return "<section id=\"" + id + "\"><h2>" + Html.escape(title) + "</h2>" + body + "</section>\n";
    }
}
