package org.spolia.field;

import java.util.List;

/**
 * The points of a field: every combination of the points of its axes, the last axis fastest.
 *
 * @param axes from the slowest to the fastest
 */
public record Grid(List<Axis> axes) {
    public Grid {
        axes = List.copyOf(axes);
        if (axes.isEmpty()) {
            throw new IllegalArgumentException("Grid has no axis; give at least one");
        }
        long size = 1;
        for (Axis axis : axes) {
            size *= axis.size();
            if (size > Integer.MAX_VALUE) {
                throw new IllegalArgumentException(
                        "Grid has more than " + Integer.MAX_VALUE + " points; split it along an axis");
            }
        }
    }

    public static Grid of(Axis... axes) {
        return new Grid(List.of(axes));
    }

    public int rank() {
        return axes.size();
    }

    /** The number of points. */
    public int size() {
        return sizeFrom(0);
    }

    public Axis axis(int number) {
        return axes.get(number);
    }

    /** The distance in storage between two neighbours along an axis. */
    public int stride(int axis) {
        return sizeFrom(axis + 1);
    }

    private int sizeFrom(int first) {
        int size = 1;
        for (Axis axis : axes.subList(first, axes.size())) {
            size *= axis.size();
        }
        return size;
    }
}
