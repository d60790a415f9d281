package org.spolia.symbolic.search.result;

import java.util.List;

/**
 * What a search ends with.
 *
 * @param candidates by complexity, then rank; never empty
 * @param selected the index of the model that was chosen on the training data
 * @param evaluations what was spent of the budget
 * @param expressions expressions whose loss was computed
 * @param failures steps that were left out because they threw
 * @param relative whether losses are shares of the variance of the target, since its square is beyond the range of
 * numbers
 */
public record SearchResult(
        List<Candidate> candidates,
        int selected,
        long evaluations,
        long expressions,
        List<Failure> failures,
        boolean relative) {
    public SearchResult {
        candidates = List.copyOf(candidates);
        failures = List.copyOf(failures);
        if (selected < 0 || selected >= candidates.size()) {
            throw new IllegalArgumentException("selected must be an index of candidates: " + selected);
        }
    }

    /** The end of a search in which nothing failed. */
    public SearchResult(List<Candidate> candidates, int selected, long evaluations, long expressions) {
        this(candidates, selected, evaluations, expressions, List.of(), false);
    }

    public SearchResult withFailures(List<Failure> failures) {
        return new SearchResult(candidates, selected, evaluations, expressions, failures, relative);
    }

    /**
     * Whether a candidate is on the Pareto front or is the chosen one, which need not be: of exact laws the plainer one
     * is chosen.
     */
    public boolean isOnFrontOrChosen(int index) {
        return index == selected || candidates.get(index).pareto();
    }

    /** The chosen model. */
    public Candidate best() {
        return candidates.get(selected);
    }
}
