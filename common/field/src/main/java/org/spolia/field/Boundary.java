package org.spolia.field;

/** What a field does at the two ends of an axis. Only a periodic one is known beyond them. */
public enum Boundary {
    /** The ends are joined: after the last point comes the first. */
    PERIODIC,
    /** The medium ends. */
    WALL,
    /** The medium goes on where nothing was computed. */
    OPEN
}
