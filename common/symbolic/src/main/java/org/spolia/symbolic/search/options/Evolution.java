package org.spolia.symbolic.search.options;

/** What an expression is judged by while a search evolves. */
public enum Evolution {
    /** The loss that a slope, an intercept and a few steps of a fit of its constants leave; each skeleton is looked at once. */
    FITTED,
    /** The loss of the expression as it stands; after each epoch some members have their constants fitted. This is what PySR does. */
    PLAIN
}
