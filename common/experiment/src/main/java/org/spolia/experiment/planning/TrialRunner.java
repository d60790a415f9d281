package org.spolia.experiment.planning;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.spolia.experiment.configuration.search.SearchConfig;
import org.spolia.experiment.data.Dataset;
import org.spolia.experiment.data.Rows;
import org.spolia.experiment.data.Split;
import org.spolia.experiment.row.CandidateRow;
import org.spolia.experiment.row.Trial;
import org.spolia.symbolic.expression.Expression;
import org.spolia.symbolic.expression.OperatorSet;
import org.spolia.symbolic.search.Search;
import org.spolia.symbolic.search.options.SearchOptions;
import org.spolia.symbolic.search.result.Candidate;
import org.spolia.symbolic.search.result.HeldOut;
import org.spolia.symbolic.search.result.SearchResult;

/** Runs a trial on the calling thread. Only the trial and its training rows enter, so equal trials give equal bits. */
public final class TrialRunner {
    private TrialRunner() {}

    /**
     * Searches the training rows.
     *
     * @param train a data set with at least the train split
     * @throws IllegalStateException if the trial was planned for another data set or revision of the engine
     */
    public static TrialOutcome run(Trial trial, Dataset train) {
        requireSame("data set", trial.datasetId(), train.datasetId());
        requireSame("revision of the search", trial.revision(), Search.REVISION);
        Rows rows = train.rows(Split.TRAIN);
        SearchOptions options = SearchConfig.parse(trial.searchOptions()).options(OperatorSet.of(trial.operators()));
        SearchResult result = Search.run(rows.columns(), rows.target(), options, trial.seed());
        List<CandidateRow> candidates = IntStream.range(0, result.candidates().size())
                .mapToObj(i -> row(trial, train.variables(), result.candidates().get(i), i == result.selected()))
                .toList();
        return new TrialOutcome(candidates, result.evaluations(), result.expressions(), result.failures());
    }

    private static void requireSame(String what, Object planned, Object here) {
        if (!planned.equals(here)) {
            throw new IllegalStateException(
                    "Trial was planned for the " + what + " " + planned + " and got " + here + "; plan again");
        }
    }

    /**
     * The text is for readers who do not know the definitions. Everything else refers to the expression of the search.
     */
    private static CandidateRow row(Trial trial, List<String> variables, Candidate candidate, boolean selected) {
        Expression expression = candidate.expression();
        return new CandidateRow(
                trial.trialId(),
                candidate.complexity(),
                candidate.rank(),
                expression.expanded().infix(variables),
                expression.size(),
                expression.depth(),
                expression.operatorCounts(),
                Arrays.stream(expression.constants()).boxed().toList(),
                candidate.loss(),
                candidate.heldOut().map(HeldOut::loss).filter(Double::isFinite).orElse(null),
                candidate
                        .heldOut()
                        .map(HeldOut::standardError)
                        .filter(Double::isFinite)
                        .orElse(null),
                candidate.pareto(),
                selected);
    }
}
