package org.spolia.experiment.configuration.operator;

/** Where the complexities of operators come from. */
public enum CostSource {
    /** Each operator costs 1, or what the options of the search say. */
    UNIFORM,
    /** Operators that are common in the formulas of other problems of the experiment cost less. */
    CORPUS,
    /** Operators that helped with other problems of an earlier experiment cost less. */
    UTILITY,
    /** The costs of utility, dealt out to the operators by chance: the control of utility. */
    SHUFFLED;

    /** Whether an earlier experiment is asked. */
    public boolean isLearned() {
        return this == UTILITY || this == SHUFFLED;
    }
}
