package org.spolia.experiment.configuration.operator;

/** Whether pieces of laws are taken for what they save. */
public enum ConceptControl {
    /** They are: concepts. */
    NONE,
    /**
     * As many pieces of the same laws, with as many nodes and operands, drawn at random for each seed: the control of
     * concepts.
     */
    RANDOM
}
