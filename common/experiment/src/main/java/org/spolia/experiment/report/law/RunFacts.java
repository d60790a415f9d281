package org.spolia.experiment.report.law;

import java.util.LinkedHashMap;
import java.util.Map;
import org.spolia.experiment.report.page.Answer;
import org.spolia.experiment.report.page.Figure;
import org.spolia.experiment.report.page.Html;
import org.spolia.experiment.report.page.Numbers;

/** The size of the experiment, its progress and its machine. */
public final class RunFacts {
    private RunFacts() {}

    public static Figure figure() {
        return new Figure("facts", "What was run?", "trials that were planned", RunFacts::draw, RunFacts::read);
    }

    private static String draw(Answer answer) {
        Answer.Entry facts = answer.entries().get(0);
        Map<String, String> entries = new LinkedHashMap<>();
        entries.put("trials", Numbers.whole(facts.count("trials")));
        entries.put("searched", Numbers.whole(facts.count("searched")));
        entries.put("scored", Numbers.whole(facts.count("scored")));
        entries.put("problems", Numbers.whole(facts.count("problems")));
        entries.put("fields", Numbers.whole(facts.count("fields")));
        entries.put("operator sets", Numbers.whole(facts.count("operator_sets")));
        entries.put("seeds", Numbers.whole(facts.count("seeds")));
        entries.put("budget (evaluations)", Numbers.whole(facts.count("budget")));
        entries.put("evaluations in all", Numbers.whole(facts.count("evaluations")));
        entries.put(
                "core hours", Numbers.significant(facts.number("wall_seconds").map(seconds -> seconds / 3600)));
        entries.put("machines", Numbers.whole(facts.count("hosts")));
        entries.put("JDK", facts.name("jdk"));
        entries.put("vectors (bit)", facts.name("vector_bits"));
        entries.put("engine revision", facts.name("revision"));
        StringBuilder html = new StringBuilder("<dl class=\"facts\">");
        entries.forEach((name, value) -> html.append("<div><dt>")
                .append(Html.escape(name))
                .append("</dt><dd>")
                .append(Html.escape(value))
                .append("</dd></div>"));
        return html.append("</dl>").toString();
    }

    private static String read(Answer answer) {
        Answer.Entry facts = answer.entries().get(0);
        long left = facts.count("trials") - facts.count("scored");
        return left == 0
                ? "Every trial was searched and scored. Each had the same budget in evaluations, whatever its operators."
                : "<strong>" + Numbers.whole(left)
                        + " trials have no scores yet</strong>: the figures below show what is"
                        + " there, and means over unequal numbers of trials are not comparable before they are complete.";
    }
}
