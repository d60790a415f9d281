package org.spolia.experiment.planning;

import java.util.List;
import org.spolia.experiment.row.CandidateRow;

/**
 * What a trial ended with.
 *
 * @param candidates by complexity, then rank; exactly one is selected
 * @param evaluations what was spent of the budget
 * @param expressions expressions whose loss was computed
 */
public record TrialOutcome(List<CandidateRow> candidates, long evaluations, long expressions) {
    public TrialOutcome {
        candidates = List.copyOf(candidates);
    }
}
