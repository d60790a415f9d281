package org.spolia.experiment.planning;

import java.util.List;
import org.spolia.experiment.row.CandidateRow;
import org.spolia.symbolic.search.result.Failure;

/**
 * What a trial ended with.
 *
 * @param candidates by complexity, then rank; exactly one is selected
 * @param evaluations what was spent of the budget
 * @param expressions expressions whose loss was computed
 * @param failures steps of the search that were left out because they threw
 */
public record TrialOutcome(List<CandidateRow> candidates, long evaluations, long expressions, List<Failure> failures) {
    public TrialOutcome {
        candidates = List.copyOf(candidates);
        failures = List.copyOf(failures);
    }
}
