package org.spolia.sky;

/**
 * The pairs of objects of two catalogues within a radius. Objects are looked up in cells that are wider than the
 * radius, and in all cells around their own, so neither the border of a cell nor right ascension 0 nor a pole hides a
 * pair.
 */
public final class CrossMatch {
    /** A larger radius would exceed the neighbourhood of a cell of order 0. */
    public static final double LARGEST_RADIUS_ARCSECONDS = 39 * 3600.0;

    private CrossMatch() {}

    /**
     * Returns all pairs.
     *
     * @param radiusArcseconds the largest separation of a pair, inclusive
     * @throws IllegalArgumentException if the radius is not above 0 and at most {@link #LARGEST_RADIUS_ARCSECONDS}
     */
    public static Matches within(Catalogue left, Catalogue right, double radiusArcseconds) {
        requireRadius(radiusArcseconds);
        double radians = radiusArcseconds * Angles.RADIANS_PER_ARCSECOND;
        double limit = Angles.squaredChord(radians);
        CellIndex index = CellIndex.of(right, Disc.orderOfNeighbourhoods(radians));
        MatchList pairs = new MatchList();
        long[] around = new long[9];
        for (int row = 0; row < left.size(); row++) {
            int count = Neighbourhood.of(index.order(), left.cell(index.order(), row), around);
            int first = pairs.size();
            int place = 0;
            for (int i = 0; i < count; i++) {
                for (place = index.find(around[i], place); index.holds(place, around[i]); place++) {
                    int other = index.row(place);
                    double chord = left.squaredChord(row, right, other);
                    if (chord <= limit) {
                        pairs.insert(first, row, other, chord);
                    }
                }
            }
        }
        return pairs.matches();
    }

    static void requireRadius(double radiusArcseconds) {
        if (!(radiusArcseconds > 0 && radiusArcseconds <= LARGEST_RADIUS_ARCSECONDS)) {
            throw new IllegalArgumentException("Radius " + radiusArcseconds + " is not above 0 and at most "
                    + LARGEST_RADIUS_ARCSECONDS + " arcseconds");
        }
    }
}
