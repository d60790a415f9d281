package org.spolia.experiment.configuration.operator;

/** The problems that costs or concepts for a problem are not learned from, so that no result depends on its own law. */
public enum LeftOut {
    /** The problem itself. */
    PROBLEM,
    /** Every problem of its field. */
    FIELD
}
