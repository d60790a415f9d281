package org.spolia.sky;

/**
 * A cross-match by cells, for catalogues that do not fit one process. A row on the left goes to one cell, a row on the
 * right is copied to each cell that its disc touches. Together, the cross-matches of the cells contain each pair
 * exactly once.
 *
 * <p>One-to-one pairs also need the rivals of a row on the left. If those are copied as well, the pairs of the whole
 * are the pairs that are mutual in a cell and whose left row belongs to that cell.
 *
 * <p>If cells are much wider than the radius, most rows are copied to one cell only.
 */
public final class CellJoin {
    /** The width of a cell in radii that keeps copies fewer than rows. */
    private static final int WIDE = 8;

    /** Cells of 0.05 square degrees. A process holds one cell of even the most crowded field. */
    private static final int FINEST_ORDER = 8;

    private final int order;
    private final double radians;

    private CellJoin(int order, double radians) {
        this.order = order;
        this.radians = radians;
    }

    /** Creates a join by cells that are wide compared with the radius, as far as they exist. */
    public static CellJoin within(double radiusArcseconds) {
        CrossMatch.requireRadius(radiusArcseconds);
        int wide = Disc.orderOfNeighbourhoods(WIDE * radiusArcseconds * Angles.RADIANS_PER_ARCSECOND);
        return of(Math.max(0, Math.min(FINEST_ORDER, wide)), radiusArcseconds);
    }

    /** Creates a join by the cells of an order, with the radius of {@link CrossMatch#within}. */
    public static CellJoin of(int order, double radiusArcseconds) {
        Healpix.requireOrder(order);
        CrossMatch.requireRadius(radiusArcseconds);
        return new CellJoin(order, radiusArcseconds * Angles.RADIANS_PER_ARCSECOND);
    }

    /** The order of the cells. */
    public int order() {
        return order;
    }

    /** The cell of a row on the left. */
    public long cell(double ra, double dec) {
        return Healpix.cell(order, ra, dec);
    }

    /** The cells of a row on the right, in ascending order. */
    public long[] copies(double ra, double dec) {
        Position.requireOnSphere(ra, dec);
        return Disc.cells(order, ra, dec, radians);
    }

    /**
     * Returns the cells, including its own, in ascending order, that may have rivals of a row on the left: rows within
     * the radius of the same row on the right.
     */
    public long[] rivals(double ra, double dec) {
        Position.requireOnSphere(ra, dec);
        return Disc.cells(order, ra, dec, 2 * radians);
    }
}
