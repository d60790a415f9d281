package org.spolia.experiment.configuration.operator;

import org.spolia.symbolic.key.InvalidValueException;
import org.spolia.symbolic.key.Key;

/**
 * Complexities of operators, learned from other problems. Every problem is searched once with each prior of an
 * experiment.
 *
 * <p>A cost is -log2 of the probability of an operator, scaled so that operators cost 1 on average over the formulas of
 * the problems; see {@link org.spolia.statistics.effect.OperatorCosts}.
 */
public record ComplexityPrior(
        @Key(
                "source of the costs of operators: uniform (each costs 1), corpus (lower if common in the formulas of other problems), utility (lower if useful for other problems of an earlier experiment), shuffled (the costs of utility in random order)")
        CostSource costs,

        @Key(
                value =
                        "for utility and shuffled: name or id of the experiment whose rows of operator_utility are read",
                byDefault = "''")
        String from,

        @Key(value = "for utility and shuffled: the design of that experiment, if it has several", byDefault = "''")
        String design,

        @Key(
                value =
                        "problems that are excluded when costs are learned: problem (the searched problem itself) or field (all problems of its field)",
                byDefault = "problem")
        LeftOut leaveOut,

        @Key(value = "a field to learn from instead of the problem's own field", byDefault = "''")
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
            throw new InvalidValueException(key, "applies only to costs from an earlier experiment; remove it");
        }
    }
}
