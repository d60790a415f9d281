package org.spolia.symbolic.search.options;

/** What the selection does with a model that has no value somewhere inside the training range, between the rows. */
public enum Gaps {
    /** It selects another model of comparable accuracy if there is one. */
    REFUSE,
    /** It ignores gaps. */
    ALLOW
}
