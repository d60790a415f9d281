package org.spolia.sky;

import java.util.Arrays;

/**
 * The cells that a disc touches: all of them, and some that it only comes close to. It uses two bounds, in radians
 * times nside, on the shape of the squares of {@link Facet} on the sphere. A path of length s on the sphere moves x or
 * y by at most G s nside / (π√2/4) cells, where G = √(A² + (πB/2)²)/√2 is largest at the poles, A = B = √(3/2). So a
 * path shorter than the first bound does not cross any cell from side to side. From the centre of a cell, any of its
 * points is at most (π/4 A⁻¹ ⊕ B⁻¹) / nside away (⊕ adds squares), largest where a cap begins, A² = 9/5 and B² = 5/4.
 */
final class Disc {
    private static final double NARROWEST_CELL = 0.688;
    private static final double FARTHEST_POINT = 1.07;

    private Disc() {}

    /**
     * Returns the highest order at which a disc around any point of a cell stays in the cell and its neighbours; -1 if
     * there is none.
     */
    static int orderOfNeighbourhoods(double radians) {
        int order = -1;
        while (order < Healpix.HIGHEST_ORDER && radians * (1L << (order + 1)) <= NARROWEST_CELL) {
            order++;
        }
        return order;
    }

    /** Returns the cells of an order, in ascending order. */
    static long[] cells(int order, double ra, double dec, double radians) {
        int start = orderOfNeighbourhoods(radians);
        if (start >= order) {
            long[] around = new long[9];
            int count = Neighbourhood.of(start, Facet.cell(start, ra, dec), around);
            return parents(around, count, 2 * (start - order));
        }
        long[] cells = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11};
        if (start > 0) {
            cells = new long[9];
            cells = Arrays.copyOf(cells, Neighbourhood.of(start, Facet.cell(start, ra, dec), cells));
        }
        double[] centre = new double[3];
        Angles.unitVector(ra, dec, centre, 0);
        for (int finer = Math.max(0, start) + 1; finer <= order; finer++) {
            cells = near(children(cells), finer, centre, radians);
        }
        return start >= 0 || order > 0 ? cells : near(cells, 0, centre, radians);
    }

    private static long[] parents(long[] cells, int count, int shift) {
        int kept = 0;
        for (int i = 0; i < count; i++) {
            long parent = cells[i] >> shift;
            if (kept == 0 || parent != cells[kept - 1]) {
                cells[kept++] = parent;
            }
        }
        return Arrays.copyOf(cells, kept);
    }

    private static long[] children(long[] cells) {
        long[] children = new long[4 * cells.length];
        for (int i = 0; i < children.length; i++) {
            children[i] = 4 * cells[i / 4] + i % 4;
        }
        return children;
    }

    private static long[] near(long[] cells, int order, double[] centre, double radians) {
        double reach = Math.min(Math.PI, radians + FARTHEST_POINT / (1L << order));
        double limit = Angles.squaredChord(reach);
        double[] other = new double[3];
        int kept = 0;
        for (long cell : cells) {
            Position middle = Healpix.centre(order, cell);
            Angles.unitVector(middle.ra(), middle.dec(), other, 0);
            if (Angles.squaredChord(centre, 0, other, 0) <= limit) {
                cells[kept++] = cell;
            }
        }
        return Arrays.copyOf(cells, kept);
    }
}
