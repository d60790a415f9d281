package org.spolia.experiment.configuration.operator;

/** The source of the complexities of operators. */
public enum CostSource {
    /** Each operator costs 1, unless the options of the search set other costs. */
    UNIFORM,
    /** Operators that are common in the formulas of other problems of the experiment cost less. */
    CORPUS,
    /** Operators that were useful for other problems of an earlier experiment cost less. */
    UTILITY,
    /** The costs of utility in random order: the control of utility. */
    SHUFFLED;

    /** Returns whether costs are read from an earlier experiment. */
    public boolean isLearned() {
        return this == UTILITY || this == SHUFFLED;
    }
}
