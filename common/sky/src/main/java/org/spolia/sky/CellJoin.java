package org.spolia.sky;

/**
 * A cross-match by cells, for catalogues that one process does not hold: a row on the left goes to one cell, a row on
 * the right is copied to each cell that its disc touches, and the cross-matches of the cells have together each pair of
 * the whole exactly once.
 *
 * <p>Which pairs are one to one takes the rivals of a row on the left too. Where those are copied as well, the pairs
 * that are mutual in a cell, and whose row on the left has it as its own, are together the mutual pairs of the whole.
 *
 * <p>Most rows are copied to one cell when cells are much wider than the radius.
 */
public final class CellJoin {
    /** So many radii that copies stay fewer than rows. */
    private static final int WIDE = 8;

    /** Cells of 0.05 square degrees, of which a process holds one, however crowded the field. */
    private static final int FINEST_ORDER = 8;

    private final int order;
    private final double radians;

    private CellJoin(int order, double radians) {
        this.order = order;
        this.radians = radians;
    }

    /** A join by cells that are wide beside the radius, as far as there are such. */
    public static CellJoin within(double radiusArcseconds) {
        CrossMatch.requireRadius(radiusArcseconds);
        int wide = Disc.orderOfNeighbourhoods(WIDE * radiusArcseconds * Angles.RADIANS_PER_ARCSECOND);
        return of(Math.max(0, Math.min(FINEST_ORDER, wide)), radiusArcseconds);
    }

    /** A join by the cells of an order, with the radius of {@link CrossMatch#within}. */
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
     * The cells, its own among them, in ascending order, whose rows on the left a row on the left may be a rival of:
     * within the radius of the same row on the right.
     */
    public long[] rivals(double ra, double dec) {
        Position.requireOnSphere(ra, dec);
        return Disc.cells(order, ra, dec, 2 * radians);
    }
}
