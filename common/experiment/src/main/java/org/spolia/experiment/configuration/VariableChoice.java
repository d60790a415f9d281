package org.spolia.experiment.configuration;

/** The variables that a search can use. */
public enum VariableChoice {
    /** All variables of the problem. */
    ALL,
    /** The variables that equations of other problems use. */
    LEARNED,
    /** The control of {@link #LEARNED}: as many of the other variables, drawn at random for each problem and seed. */
    RANDOM
}
