package org.spolia.symbolic.search.result;

import java.util.List;

/**
 * The result of a search.
 *
 * @param candidates by complexity, then rank; never empty
 * @param selected the index of the model that was selected on the training data
 * @param evaluations the budget spent
 * @param expressions expressions whose loss was computed
 * @param failures steps that were left out because they threw
 * @param relative whether losses are shares of the variance of the target, because its square overflows
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

    /** Creates the result of a search without failures. */
    public SearchResult(List<Candidate> candidates, int selected, long evaluations, long expressions) {
        this(candidates, selected, evaluations, expressions, List.of(), false);
    }

    public SearchResult withFailures(List<Failure> failures) {
        return new SearchResult(candidates, selected, evaluations, expressions, failures, relative);
    }

    /**
     * Returns whether a candidate is on the Pareto front or is the selected one. The selected one may be off the front,
     * because of exact laws the simpler one is selected.
     */
    public boolean isOnFrontOrChosen(int index) {
        return index == selected || candidates.get(index).pareto();
    }

    /** The selected model. */
    public Candidate best() {
        return candidates.get(selected);
    }
}
