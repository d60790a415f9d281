package org.spolia.experiment.configuration.operator;

/** How pieces of equations are selected as concepts. */
public enum ConceptControl {
    /** By their saving: these are concepts. */
    NONE,
    /**
     * The control: as many random pieces of the same equations, with the same numbers of nodes and operands, drawn for
     * each seed.
     */
    RANDOM
}
