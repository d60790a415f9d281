package org.spolia.experiment.configuration;

/** Which variables of a problem a search has. */
public enum VariableChoice {
    /** Those that the catalogue names. */
    ALL,
    /** Those of them that laws of other problems use. */
    LEARNED,
    /** As many of the others, drawn at random for each problem and seed: the control of what was learned. */
    RANDOM
}
