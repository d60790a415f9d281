package org.spolia.experiment.prior;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.spolia.statistics.Moments;
import org.spolia.statistics.effect.OperatorCosts;

/** Costs of operators learned from experience. */
public final class LearnedCosts {
    /** A tenth of the bounded score makes an operator e times as probable. */
    private static final double STRENGTH = 10;

    private LearnedCosts() {}

    /**
     * Computes costs from utilities. An operator that was present in every set, such as one of the base of a design,
     * has no utility and counts as the mean of those that have one.
     *
     * @param utilities the utilities of some operators
     * @param operators all operators that get a cost, including those of the corpus
     * @param corpus for the scale: over it, operators cost 1 on average
     */
    public static OperatorCosts ofUtilities(
            Map<String, Double> utilities, Collection<String> operators, List<Map<String, Integer>> corpus) {
        double mean = utilities.isEmpty()
                ? 0
                : Moments.mean(new TreeMap<>(utilities)
                        .values().stream().mapToDouble(Double::doubleValue).toArray());
        Map<String, Double> all = new HashMap<>();
        operators.forEach(operator -> all.put(operator, mean));
        all.putAll(utilities);
        return OperatorCosts.ofUtilities(all, STRENGTH, corpus);
    }
}
