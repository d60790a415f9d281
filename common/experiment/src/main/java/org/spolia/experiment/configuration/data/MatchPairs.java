package org.spolia.experiment.configuration.data;

/** Which of the pairs within a radius a match keeps. */
public enum MatchPairs {
    /** Those each of whose objects is the nearest to the other. */
    ONE_TO_ONE,
    /** All of them. */
    ALL
}
