package org.spolia.sky;

/** Radians, and unit vectors, whose distances preserve small angles that cosines lose. */
final class Angles {
    static final double RADIANS_PER_DEGREE = Math.PI / 180;
    static final double RADIANS_PER_ARCSECOND = RADIANS_PER_DEGREE / 3600;

    private Angles() {}

    /** Writes Cartesian coordinates to three elements of an array. */
    static void unitVector(double ra, double dec, double[] xyz, int at) {
        double alpha = ra % 360 * RADIANS_PER_DEGREE;
        double delta = dec * RADIANS_PER_DEGREE;
        double cos = StrictMath.cos(delta);
        xyz[at] = cos * StrictMath.cos(alpha);
        xyz[at + 1] = cos * StrictMath.sin(alpha);
        xyz[at + 2] = StrictMath.sin(delta);
    }

    /** Returns the square of the distance between two unit vectors, which grows with their angle. */
    static double squaredChord(double[] a, int i, double[] b, int j) {
        double x = a[i] - b[j];
        double y = a[i + 1] - b[j + 1];
        double z = a[i + 2] - b[j + 2];
        return x * x + y * y + z * z;
    }

    static double squaredChord(double radians) {
        double half = StrictMath.sin(radians / 2);
        return 4 * half * half;
    }

    static double radians(double squaredChord) {
        return 2 * StrictMath.asin(Math.min(1, Math.sqrt(squaredChord) / 2));
    }
}
