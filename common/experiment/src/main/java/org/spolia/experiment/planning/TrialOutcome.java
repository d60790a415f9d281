package org.spolia.experiment.planning;

import java.util.List;
import org.spolia.experiment.row.CandidateRow;
import org.spolia.symbolic.search.result.Failure;

/**
 * The result of a trial.
 *
 * @param candidates by complexity, then rank; exactly one is selected
 * @param evaluations the budget spent
 * @param expressions expressions whose loss was computed
 * @param failures steps of the search that were left out because they threw
 */
public record TrialOutcome(List<CandidateRow> candidates, long evaluations, long expressions, List<Failure> failures) {
    public TrialOutcome {
        candidates = List.copyOf(candidates);
        failures = List.copyOf(failures);
    }
}
