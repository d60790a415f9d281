package org.spolia.experiment.planning;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
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
import org.spolia.symbolic.search.SearchProblem;
import org.spolia.symbolic.search.SearchState;
import org.spolia.symbolic.search.Spread;
import org.spolia.symbolic.search.Workers;
import org.spolia.symbolic.search.options.SearchOptions;
import org.spolia.symbolic.search.result.Candidate;
import org.spolia.symbolic.search.result.HeldOut;
import org.spolia.symbolic.search.result.SearchResult;

/** Runs a trial. Only the trial and its training rows enter, so equal trials give equal bits. */
public final class TrialRunner {
    private TrialRunner() {}

    /**
     * Searches the training rows on the calling thread.
     *
     * @param train a data set with at least the train split
     * @throws IllegalStateException if the trial was planned for another data set or revision of the engine
     */
    public static TrialOutcome run(Trial trial, Dataset train) {
        SearchProblem problem = problem(trial, train);
        try (Workers workers = Workers.of(1)) {
            Search search = problem.search();
            while (!search.finished()) {
                search.advance(workers, () -> false);
            }
            return outcome(trial, train, search);
        }
    }

    /**
     * Like {@link #run(Trial, Dataset)}, with the pieces of the search computed elsewhere. The state is saved after
     * each epoch, and the search continues from a saved state.
     */
    public static TrialOutcome run(
            Trial trial, Dataset train, Function<SearchProblem, Spread> spreads, SavedSearch saved) {
        SearchProblem problem = problem(trial, train);
        byte[] digest = trial.datasetId().getBytes(StandardCharsets.UTF_8);
        Search search = resumed(problem, saved, digest);
        try (Spread spread = spreads.apply(problem)) {
            while (!search.finished()) {
                search.advance(spread, () -> false);
                saved.save(SearchState.save(search, digest));
            }
        }
        return outcome(trial, train, search);
    }

    /** Begins again if the state is one of another program, or cut short. */
    private static Search resumed(SearchProblem problem, SavedSearch saved, byte[] digest) {
        Search search = problem.search();
        try {
            saved.load().ifPresent(state -> SearchState.load(search, state, digest));
            return search;
        } catch (IllegalArgumentException e) {
            return problem.search();
        }
    }

    private static SearchProblem problem(Trial trial, Dataset train) {
        requireSame("data set", trial.datasetId(), train.datasetId());
        requireSame("revision of the search", trial.revision(), Search.REVISION);
        Rows rows = train.rows(Split.TRAIN);
        SearchOptions options = SearchConfig.parse(trial.searchOptions()).options(OperatorSet.of(trial.operators()));
        return SearchProblem.of(rows.columns(), rows.target(), options, trial.seed());
    }

    private static TrialOutcome outcome(Trial trial, Dataset train, Search search) {
        SearchResult result = search.finish(() -> false);
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
