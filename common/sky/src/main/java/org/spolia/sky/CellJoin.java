package org.spolia.sky;

/**
 * A cross-match by cells, for catalogues that one process does not hold: a row on the left goes to one cell, a row on the right is
 * copied to each cell that its disc touches, and the cross-matches of the cells have together each pair of the whole exactly once.
 * Most rows are copied to one cell when cells are much wider than the radius.
 */
public final class CellJoin {
    private final int order;
    private final double radians;

    private CellJoin(int order, double radians) {
        this.order = order;
        this.radians = radians;
    }

    /** A join by the cells of an order, with the radius of {@link CrossMatch#within}. */
    public static CellJoin of(int order, double radiusArcseconds) {
        Healpix.requireOrder(order);
        CrossMatch.requireRadius(radiusArcseconds);
        return new CellJoin(order, radiusArcseconds * Angles.RADIANS_PER_ARCSECOND);
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
}
