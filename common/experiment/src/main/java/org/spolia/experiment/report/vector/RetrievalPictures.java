package org.spolia.experiment.report.vector;

import java.util.LinkedHashMap;
import java.util.Map;
import org.spolia.experiment.report.page.Answer;
import org.spolia.experiment.report.page.Figure;
import org.spolia.experiment.report.page.FigureText;
import org.spolia.experiment.report.page.Html;
import org.spolia.experiment.report.page.Numbers;

/** Samples, and the samples that each encoder finds most similar. */
public final class RetrievalPictures {
    private RetrievalPictures() {}

    public static Figure figure() {
        return Figure.drawn("pictures", RetrievalPictures::draw);
    }

    private static String draw(FigureText text, Answer answer) {
        Map<String, StringBuilder> lines = new LinkedHashMap<>();
        for (Answer.Entry sample : answer.entries()) {
            String encoder = sample.name("encoder");
            String line =
                    String.join(" ", sample.name("dataset"), encoder, sample.name("setting"), sample.name("query"));
            lines.computeIfAbsent(
                            line,
                            key -> new StringBuilder("<tr>")
                                    .append(Html.rowHead(encoder))
                                    .append(Html.cell(sample.name("dataset"))))
                    .append(cell(sample));
        }
        StringBuilder table = new StringBuilder("<div class=\"pictures\"><table><tbody>");
        lines.values().forEach(line -> table.append(line).append("</tr>"));
        return table.append("</tbody></table></div>").toString();
    }

    private static String cell(Answer.Entry sample) {
        String place = sample.name("file")
                + sample.text("trajectory").map(run -> " run " + run).orElse("")
                + sample.text("step").map(step -> " step " + step).orElse("")
                + sample.text("row").map(row -> " row " + row).orElse("");
        String picture = sample.text("picture")
                .map(png -> "<img src=\"data:image/png;base64," + Html.escape(png) + "\" alt=\"" + Html.escape(place)
                        + "\" title=\"" + Html.escape(place) + "\">")
                .orElse("<span title=\"" + Html.escape(place) + "\">no picture</span>");
        String below = sample.count("place") == 0 ? "query" : Numbers.fixed(sample.number("similarity"), 3);
        return "<td><figure>" + picture + "<figcaption>" + below + "</figcaption></figure></td>";
    }
}
