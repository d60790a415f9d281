package org.spolia.experiment.report.law;

import java.util.Map;
import org.spolia.experiment.report.page.Answer;
import org.spolia.experiment.report.page.Figure;
import org.spolia.experiment.report.page.Numbers;

/** The size of the experiment, its progress and its machine. */
public final class RunFacts {
    private RunFacts() {}

    public static Figure figure() {
        return Figure.drawn(
                        "facts", (text, answer) -> text.facts(answer.entries().get(0)))
                .with(answer -> Map.of("progress", progress(answer.entries().get(0))));
    }

    private static String progress(Answer.Entry facts) {
        long left = facts.count("trials") - facts.count("scored");
        return left == 0
                ? "Every trial was searched and scored. Each had the same budget in evaluations, whatever its operators."
                : "<strong>" + Numbers.whole(left)
                        + " trials have no scores yet</strong>: the figures below show what is"
                        + " there, and means over unequal numbers of trials are not comparable before they are complete.";
    }
}
