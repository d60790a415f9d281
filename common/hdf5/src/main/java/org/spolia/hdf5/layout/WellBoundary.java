package org.spolia.hdf5.layout;

import java.util.List;

/**
 * A condition at an edge of the grid.
 *
 * @param name of its group
 * @param kind of condition
 * @param dimensions that it belongs to
 */
public record WellBoundary(String name, Kind kind, List<String> dimensions) {

    /** The conditions of The Well, whatever their case in the file. */
    public enum Kind {
        WALL,
        OPEN,
        PERIODIC
    }

    public WellBoundary {
        dimensions = List.copyOf(dimensions);
    }
}
