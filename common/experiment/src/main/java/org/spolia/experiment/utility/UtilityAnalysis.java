package org.spolia.experiment.utility;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.spolia.experiment.configuration.operator.OperatorDesign;
import org.spolia.experiment.row.OperatorTransfer;
import org.spolia.experiment.row.OperatorUtility;
import org.spolia.experiment.row.ProblemRow;

/**
 * The effects, utilities, transfer and costs of the operators of an experiment, design by design. The problem is the
 * unit of inference throughout. Utilities for evaluating a problem or a field leave it out.
 */
public final class UtilityAnalysis {
    private final String experimentId;
    private final List<ProblemRow> problems;
    private final List<DesignEffects> designs;

    private UtilityAnalysis(String experimentId, List<ProblemRow> problems, List<DesignEffects> designs) {
        this.experimentId = experimentId;
        this.problems = problems;
        this.designs = designs;
    }

    /**
     * Analyses the scores of trials.
     *
     * @param problems the problems of the trials
     * @param scores one for each scored trial; those of sets outside the designs do not count
     */
    public static UtilityAnalysis of(
            String experimentId, List<OperatorDesign> designs, List<ProblemRow> problems, List<TrialScore> scores) {
        return new UtilityAnalysis(
                experimentId,
                List.copyOf(problems),
                designs.stream()
                        .map(design -> DesignEffects.of(design, problems, scores))
                        .toList());
    }

    /**
     * Returns all rows.
     *
     * @param laws the laws of the trials, with those of a problem contiguous
     */
    public UtilityTables tables(Iterator<LawScore> laws) {
        List<OperatorUtility> utilities = new ArrayList<>();
        List<OperatorTransfer> transfers = new ArrayList<>();
        List<CostAreas> areas = new ArrayList<>();
        for (DesignEffects design : designs) {
            utilities.addAll(new UtilityRows(experimentId, design).rows());
            transfers.addAll(TransferRows.of(experimentId, design));
            areas.add(new CostAreas(experimentId, design, problems));
        }
        ProblemLaws.forEach(laws, ofProblem -> areas.forEach(area -> area.add(ofProblem)));
        return new UtilityTables(
                utilities,
                transfers,
                areas.stream().flatMap(area -> area.rows().stream()).toList());
    }
}
