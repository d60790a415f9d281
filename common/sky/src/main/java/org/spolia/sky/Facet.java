package org.spolia.sky;

/**
 * The twelve squares into which HEALPix unfolds the sphere (Górski et al., Astrophysical Journal 622 (2005) 759;
 * Calabretta and Roukema, Monthly Notices 381 (2007) 865): 0 to 3 around the north pole, 4 to 7 on the equator, 8 to 11
 * around the south pole. A square stands on its southern corner; x runs along its south-eastern, y along its
 * south-western side, both from 0 to 1.
 */
final class Facet {
    /** The sine of the declination where the caps begin. */
    private static final double Z_OF_CAPS = 2.0 / 3;

    private Facet() {}

    /**
     * Returns the cell of an order at a position. Cells of all orders come from the same x and y, so they nest exactly.
     */
    static long cell(int order, double ra, double dec) {
        double quarters = ra % 360 / 90;
        if (quarters < 0) {
            // A tiny negative angle rounds to four whole quarters, which equal none.
            quarters = (quarters + 4) % 4;
        }
        double z = StrictMath.sin(dec * Angles.RADIANS_PER_DEGREE);
        if (Math.abs(z) <= Z_OF_CAPS) {
            return equatorial(order, quarters, 0.75 * z);
        }
        // The sine in the cap itself: one minus z would lose the digits that distinguish positions near a pole.
        double polar = (90 - Math.abs(dec)) * Angles.RADIANS_PER_DEGREE;
        double size = Math.sqrt(6) * StrictMath.sin(polar / 2);
        int quarter = (int) quarters;
        double west = (quarters - quarter) * size;
        double east = size - west;
        return dec > 0 ? cell(order, quarter, 1 - east, 1 - west) : cell(order, quarter + 8, west, east);
    }

    /** Between the caps, the sides of squares are diagonals of the plane of longitude and z. */
    private static long equatorial(int order, double quarters, double height) {
        double rising = quarters + 0.5 + height;
        double falling = quarters + 0.5 - height;
        int x = (int) rising;
        int y = (int) falling;
        int facet = x == y ? 4 + x % 4 : x > y ? y : x + 8;
        return cell(order, facet, rising - x, y + 1 - falling);
    }

    private static long cell(int order, int facet, double x, double y) {
        return Healpix.cell(order, facet, step(order, x), step(order, y));
    }

    private static int step(int order, double coordinate) {
        int side = 1 << order;
        return Math.max(0, Math.min(side - 1, (int) (coordinate * side)));
    }

    /** The position of a point of a square. */
    static Position position(int facet, double x, double y) {
        int zone = facet / 4;
        double row = x + y - zone;
        double column = facet % 4 + (zone == 1 ? 0 : 0.5);
        if (Math.abs(row) <= 1) {
            double dec = StrictMath.asin(Z_OF_CAPS * row) / Angles.RADIANS_PER_DEGREE;
            return new Position(turned(column + (x - y) / 2), dec);
        }
        double size = 2 - Math.abs(row);
        double polar = 2 * StrictMath.asin(size / Math.sqrt(6)) / Angles.RADIANS_PER_DEGREE;
        double across = size > 0 ? (x - y) / (2 * size) : 0;
        return new Position(turned(column + across), Math.copySign(90 - polar, row));
    }

    private static double turned(double quarters) {
        return 90 * (quarters < 0 ? quarters + 4 : quarters);
    }
}
