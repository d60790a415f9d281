package org.spolia.hdf5.layout;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A box of a grid.
 *
 * @param origin of the box on each axis
 * @param shape of the box
 */
@SuppressWarnings("ArrayRecordComponent")
public record Tile(int[] origin, int[] shape) {

    public Tile {
        origin = origin.clone();
        shape = shape.clone();
    }

    /** The whole grid. */
    public static Tile whole(int[] grid) {
        return new Tile(new int[grid.length], grid);
    }

    /**
     * Divides a grid into boxes of at most {@code mostValues} values, in row-major order. The last axes stay whole as
     * long as possible, so that a box is contiguous if its frame is.
     */
    public static List<Tile> cover(int[] grid, int mostValues) {
        int[] shape = grid.clone();
        long values = 1;
        for (int axis = grid.length - 1; axis >= 0; axis--) {
            shape[axis] = (int) Math.max(1, Math.min(grid[axis], mostValues / values));
            values *= shape[axis];
        }
        List<Tile> tiles = new ArrayList<>();
        int[] origin = new int[grid.length];
        do {
            int[] size = new int[grid.length];
            for (int axis = 0; axis < size.length; axis++) {
                size[axis] = Math.min(shape[axis], grid[axis] - origin[axis]);
            }
            tiles.add(new Tile(origin, size));
        } while (advance(origin, shape, grid));
        return tiles;
    }

    private static boolean advance(int[] origin, int[] shape, int[] grid) {
        for (int axis = origin.length - 1; axis >= 0; axis--) {
            origin[axis] += shape[axis];
            if (origin[axis] < grid[axis]) {
                return true;
            }
            origin[axis] = 0;
        }
        return false;
    }

    public int values() {
        return Arrays.stream(shape).reduce(1, Math::multiplyExact);
    }

    @Override
    public int[] origin() {
        return origin.clone();
    }

    @Override
    public int[] shape() {
        return shape.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Tile tile && Arrays.equals(origin, tile.origin) && Arrays.equals(shape, tile.shape);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(origin) + Arrays.hashCode(shape);
    }

    @Override
    public String toString() {
        return Arrays.toString(shape) + " at " + Arrays.toString(origin);
    }
}
