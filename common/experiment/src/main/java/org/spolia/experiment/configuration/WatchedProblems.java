package org.spolia.experiment.configuration;

import java.util.List;
import org.spolia.experiment.Suggestion;
import org.spolia.experiment.binding.Document;
import org.spolia.experiment.problem.CataloguedProblem;
import org.spolia.experiment.problem.FeatureProblem;
import org.spolia.symbolic.expression.Expression;
import org.spolia.symbolic.expression.ExpressionSyntaxException;

/** Checks the entries of {@code monitors} against the problems of the experiment. */
final class WatchedProblems {
    private WatchedProblems() {}

    static void require(Document document, String place, MonitorConfig monitor, List<CataloguedProblem> problems) {
        List<FeatureProblem> known = problems.stream()
                .map(CataloguedProblem::problem)
                .filter(FeatureProblem.class::isInstance)
                .map(FeatureProblem.class::cast)
                .toList();
        FeatureProblem problem = known.stream()
                .filter(each -> each.id().equals(monitor.problem()))
                .findFirst()
                .orElseThrow(() -> document.mistake(
                        place + ".problem",
                        "no problem of the experiment with a 'source' is called '" + monitor.problem() + "'; "
                                + (known.isEmpty()
                                        ? "add one to 'problems'"
                                        : Suggestion.instead(
                                                monitor.problem(),
                                                known.stream()
                                                        .map(FeatureProblem::id)
                                                        .toList()))));
        for (int i = 0; i < monitor.laws().size(); i++) {
            try {
                Expression.parse(monitor.laws().get(i), problem.variableNames());
            } catch (ExpressionSyntaxException e) {
                throw document.mistake(place + ".laws[" + i + "]", String.valueOf(e.getMessage()));
            }
        }
    }
}
