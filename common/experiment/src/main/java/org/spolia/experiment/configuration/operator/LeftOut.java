package org.spolia.experiment.configuration.operator;

/** What costs, or concepts, for a problem may not be learned from, so that no problem teaches its own law. */
public enum LeftOut {
    /** The problem itself. */
    PROBLEM,
    /** Every problem of its field. */
    FIELD
}
