package org.spolia.sky;

import java.util.Arrays;

/**
 * HEALPix cells in nested order: the sphere in 12 · 4ᵒ cells of equal area at order o, from 0 to 29 (nside = 2ᵒ). The
 * number of the cell of order o - 1 around a cell is its number shifted right by two.
 */
public final class Healpix {
    public static final int HIGHEST_ORDER = 29;

    private Healpix() {}

    /**
     * The cell at a position.
     *
     * @param ra right ascension in degrees
     * @param dec declination in degrees
     */
    public static long cell(int order, double ra, double dec) {
        requireOrder(order);
        Position.requireOnSphere(ra, dec);
        return Facet.cell(order, ra, dec);
    }

    /** Returns the centre of a cell, with right ascension from 0 to below 360. */
    public static Position centre(int order, long cell) {
        requireCell(order, cell);
        double side = 1 << order;
        return Facet.position(facet(order, cell), (x(order, cell) + 0.5) / side, (y(order, cell) + 0.5) / side);
    }

    /**
     * Returns the cells that share a side or a corner with a cell, in ascending order: eight, seven next to a corner of
     * three, and fewer at order 0.
     */
    public static long[] neighbours(int order, long cell) {
        requireCell(order, cell);
        long[] around = new long[9];
        int count = Neighbourhood.of(order, cell, around);
        return Arrays.stream(around, 0, count).filter(other -> other != cell).toArray();
    }

    /**
     * Returns the cells that a disc touches, in ascending order, and a few next to it.
     *
     * @param ra right ascension of its centre in degrees
     * @param dec declination of its centre in degrees
     * @param radiusDegrees from 0 to 180
     */
    public static long[] disc(int order, double ra, double dec, double radiusDegrees) {
        requireOrder(order);
        Position.requireOnSphere(ra, dec);
        if (!(radiusDegrees >= 0 && radiusDegrees <= 180)) {
            throw new IllegalArgumentException("Radius " + radiusDegrees + " is not between 0 and 180 degrees");
        }
        return Disc.cells(order, ra, dec, radiusDegrees * Angles.RADIANS_PER_DEGREE);
    }

    static long cell(int order, int facet, int x, int y) {
        return ((long) facet << (2 * order)) | MortonCode.interleave(x, y);
    }

    static int facet(int order, long cell) {
        return (int) (cell >> (2 * order));
    }

    static int x(int order, long cell) {
        return MortonCode.even(cell & ((1L << (2 * order)) - 1));
    }

    static int y(int order, long cell) {
        return MortonCode.odd(cell & ((1L << (2 * order)) - 1));
    }

    static void requireOrder(int order) {
        if (order < 0 || order > HIGHEST_ORDER) {
            throw new IllegalArgumentException("Order " + order + " is not between 0 and " + HIGHEST_ORDER);
        }
    }

    private static void requireCell(int order, long cell) {
        requireOrder(order);
        if (cell < 0 || cell >= 12L << (2 * order)) {
            throw new IllegalArgumentException("Cell " + cell + " does not exist at order " + order
                    + "; cells are 0 to " + ((12L << (2 * order)) - 1));
        }
    }
}
