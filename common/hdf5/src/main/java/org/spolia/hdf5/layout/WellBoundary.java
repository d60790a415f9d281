package org.spolia.hdf5.layout;

import java.util.List;

/**
 * A condition at a boundary of the grid.
 *
 * @param name the name of its group
 * @param kind the kind of condition
 * @param dimensions the dimensions that it belongs to
 */
public record WellBoundary(String name, Kind kind, List<String> dimensions) {

    /** The conditions of The Well, in any case of letters. */
    public enum Kind {
        WALL,
        OPEN,
        PERIODIC
    }

    public WellBoundary {
        dimensions = List.copyOf(dimensions);
    }
}
