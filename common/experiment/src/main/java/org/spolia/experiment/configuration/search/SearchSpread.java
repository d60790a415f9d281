package org.spolia.experiment.configuration.search;

/** What a task of Spark computes. */
public enum SearchSpread {
    /** A whole trial. Many trials run at once. */
    TRIALS,
    /** A share of the islands of one trial in one epoch. One trial runs at a time, on all slots. */
    ISLANDS
}
