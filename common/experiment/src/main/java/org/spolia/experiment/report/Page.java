package org.spolia.experiment.report;

import java.util.List;
import java.util.Map;

/** Puts the figures into one HTML document with its style and its scripts inside. */
final class Page {
    static final String ECHARTS = "echarts.min.js";

    private Page() {}

    static String of(Heading heading, List<Figure> figures, Map<String, Answer> answers) {
        StringBuilder sections = new StringBuilder();
        StringBuilder contents = new StringBuilder();
        for (Figure figure : figures) {
            Answer answer = answers.get(figure.id());
            if (answer == null) {
                throw new IllegalArgumentException("No answer for the figure " + figure.id());
            }
            contents.append("<li><a href=\"#").append(figure.id()).append("\">");
            contents.append(Html.escape(figure.title())).append("</a></li>");
            sections.append(section(figure, answer, figure.query(heading.experimentId())));
        }
        return Figure.resource("page.html")
                .replace("{{name}}", Html.escape(heading.name()))
                .replace("{{description}}", Html.escape(heading.description()))
                .replace("{{id}}", Html.escape(heading.experimentId()))
                .replace("{{style}}", Figure.resource("page.css"))
                .replace("{{contents}}", contents)
                .replace("{{sections}}", sections)
                .replace("{{script}}", Figure.resource("page.js"))
                .replace("{{echarts}}", Figure.resource(ECHARTS));
    }

    /** What the query returned, for whoever wants to go on from the page. */
    private static String data(Answer answer) {
        return "<script type=\"application/json\" class=\"answer\">" + Json.inScript(answer) + "</script>";
    }

    private static String section(Figure figure, Answer answer, String query) {
        String body = answer.isEmpty()
                ? "<p class=\"empty\">The tables have no answer. It takes " + figure.needs() + ".</p>"
                : figure.drawing().apply(answer) + "<p class=\"reading\">"
                        + figure.reading().apply(answer) + "</p>";
        return "<section id=\"" + figure.id() + "\"><h2>" + Html.escape(figure.title()) + "</h2>" + body
                + data(answer)
                + "<details><summary>SQL</summary><pre><code>" + Html.escape(query)
                + "</code></pre></details></section>\n";
    }
}
