package org.spolia.experiment.utility;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.spolia.experiment.configuration.operator.OperatorDesign;
import org.spolia.experiment.configuration.operator.OperatorGroup;
import org.spolia.experiment.planning.Designs;
import org.spolia.experiment.row.ProblemRow;
import org.spolia.statistics.effect.Design;
import org.spolia.statistics.effect.Effects;
import org.spolia.statistics.effect.Outcome;
import org.spolia.statistics.effect.Utility;

/** A design, the effects of its factors over complete blocks, and their utilities if there is a complete block. */
record DesignEffects(
        String name,
        List<OperatorGroup> factors,
        Set<String> operatorSetIds,
        Map<String, ProblemRow> problems,
        Effects effects,
        Optional<Utility> utility) {
    static final String NO_BLOCK = "no problem has a block in which each operator set of the design has a score";

    static DesignEffects of(OperatorDesign operatorDesign, List<ProblemRow> problems, List<TrialScore> scores) {
        Design design = Designs.of(operatorDesign);
        Set<String> sets = new HashSet<>(design.sets());
        Map<String, ProblemRow> byId = new HashMap<>();
        problems.forEach(problem -> byId.put(problem.problemId(), problem));
        List<Outcome> outcomes = new ArrayList<>();
        for (TrialScore score : scores) {
            ProblemRow problem = byId.get(score.problemId());
            if (problem != null && sets.contains(score.operatorSetId())) {
                outcomes.add(new Outcome(
                        score.problemId(), problem.field(), score.block(), score.operatorSetId(), score.g()));
            }
        }
        Effects effects = Effects.of(design, outcomes);
        return new DesignEffects(
                operatorDesign.name(),
                operatorDesign.factors(),
                Set.copyOf(sets),
                Map.copyOf(byId),
                effects,
                effects.problems().isEmpty() ? Optional.empty() : Optional.of(Utility.of(effects)));
    }

    /**
     * Returns the utility of each operator of a factor for a problem, from all other problems.
     *
     * @return a value for each operator of a factor; 0 if there is no other problem
     */
    Map<String, Double> utilitiesWithout(Utility known, String problemId) {
        Map<String, Double> utilities = new HashMap<>();
        for (int factor = 0; factor < factors.size(); factor++) {
            double value = utilityWithout(known, factor, problemId);
            for (String operator : factors.get(factor).operators()) {
                utilities.put(operator, Double.isNaN(value) ? 0 : value);
            }
        }
        return utilities;
    }

    private double utilityWithout(Utility known, int factor, String problemId) {
        int problem = effects.problems().indexOf(problemId);
        if (problem >= 0) {
            return known.withoutProblem(factor, problem);
        }
        ProblemRow row = problems.get(problemId);
        int field = row == null ? -1 : effects.fields().indexOf(row.field());
        return field < 0 ? known.mean(factor) : known.shrunk(factor, field);
    }
}
