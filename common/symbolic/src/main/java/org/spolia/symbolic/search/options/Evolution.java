package org.spolia.symbolic.search.options;

/** The loss that expressions are compared by during evolution. */
public enum Evolution {
    /** The loss after a fit of slope, intercept and constants in a few steps; each skeleton is evaluated once. */
    FITTED,
    /** The loss without a fit, as in PySR; after each epoch the constants of some members are fitted. */
    PLAIN
}
