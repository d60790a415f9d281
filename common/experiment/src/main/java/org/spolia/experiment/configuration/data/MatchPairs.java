package org.spolia.experiment.configuration.data;

/** The pairs within a radius that a match keeps. */
public enum MatchPairs {
    /** Pairs whose objects are each other's nearest neighbour. */
    ONE_TO_ONE,
    /** All pairs. */
    ALL
}
