package org.spolia.field;

/** The behaviour of a field at the two ends of an axis. Only a periodic field is known beyond them. */
public enum Boundary {
    /** The ends are joined: after the last point comes the first. */
    PERIODIC,
    /** The medium ends. */
    WALL,
    /** The medium continues where nothing was computed. */
    OPEN
}
