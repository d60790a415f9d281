package org.spolia.sky;

/**
 * A direction on the sphere.
 *
 * @param ra right ascension in degrees, any finite number of turns
 * @param dec declination in degrees, -90 to 90
 */
public record Position(double ra, double dec) {
    public Position {
        requireOnSphere(ra, dec);
    }

    static void requireOnSphere(double ra, double dec) {
        if (!isOnSphere(ra, dec)) {
            throw new IllegalArgumentException("Position (" + ra + ", " + dec
                    + ") is not on the sphere; right ascension is finite, declination between -90 and 90 degrees");
        }
    }

    static boolean isOnSphere(double ra, double dec) {
        return Double.isFinite(ra) && dec >= -90 && dec <= 90;
    }
}
