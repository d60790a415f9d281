package org.spolia.experiment.configuration.operator;

import org.spolia.symbolic.key.InvalidValueException;
import org.spolia.symbolic.key.Key;

/**
 * Complexities of operators that are learned from other problems. Every problem is searched once with each prior of an
 * experiment.
 *
 * <p>Costs are -log2 of the probability of an operator, so that over the formulas of the problems an operator costs 1
 * on average; see {@link org.spolia.statistics.effect.OperatorCosts}.
 */
public record ComplexityPrior(
        @Key(
                "what operators cost: uniform (each 1), corpus (less if common in the formulas of other problems), utility (less if they helped with other problems of an earlier experiment), shuffled (the costs of utility dealt out by chance)")
        CostSource costs,

        @Key(
                value = "for utility and shuffled: name or id of the experiment whose operator_utility is read",
                byDefault = "''")
        String from,

        @Key(value = "for utility and shuffled: the design of that experiment, where it has several", byDefault = "''")
        String design,

        @Key(
                value = "what costs for a problem are not learned from: problem (itself) or field (all of its field)",
                byDefault = "problem")
        LeftOut leaveOut,

        @Key(value = "a field to learn from in place of the problem's own", byDefault = "''")
        String field) {
    /** Each operator costs 1. */
    public static final ComplexityPrior UNIFORM = new ComplexityPrior(CostSource.UNIFORM, "", "", LeftOut.PROBLEM, "");

    public ComplexityPrior {
        if (costs.isLearned() && from.isEmpty()) {
            throw new InvalidValueException("from", "is missing; name the experiment that the costs are learned from");
        }
        requireUnused("from", from, costs.isLearned());
        requireUnused("design", design, costs.isLearned());
        requireUnused("field", field, costs != CostSource.UNIFORM);
    }

    private static void requireUnused(String key, String value, boolean used) {
        if (!used && !value.isEmpty()) {
            throw new InvalidValueException(key, "is for costs that are learned elsewhere; remove it");
        }
    }
}
