package org.spolia.sky;

import java.util.List;
import java.util.Random;

/** Positions at which a match is easily lost. */
final class Places {
    /**
     * Poles, right ascension 0, corners where three cells of order 0 meet and where four do, sides of cells, and one
     * ordinary position.
     */
    static final List<Position> DELICATE = List.of(
            new Position(0, 90),
            new Position(17, -90),
            new Position(0, 12),
            new Position(360, -89.99),
            new Position(90, StrictMath.toDegrees(StrictMath.asin(2.0 / 3))),
            new Position(180, -StrictMath.toDegrees(StrictMath.asin(2.0 / 3))),
            new Position(45, 0),
            new Position(22.5, 0),
            new Position(90, 66),
            new Position(150.1, 2.2));

    private final Random random;

    Places(long seed) {
        this.random = new Random(seed);
    }

    Position anywhere() {
        double dec = StrictMath.toDegrees(StrictMath.asin(2 * random.nextDouble() - 1));
        return new Position(360 * random.nextDouble(), dec);
    }

    /** Returns a position within this distance of another, uniformly distributed in the disc if it is small. */
    Position near(Position centre, double radiusDegrees) {
        double distance = StrictMath.toRadians(radiusDegrees) * Math.sqrt(random.nextDouble());
        double angle = 2 * Math.PI * random.nextDouble();
        double delta = StrictMath.toRadians(centre.dec());
        double alpha = StrictMath.toRadians(centre.ra());
        double north = StrictMath.cos(angle) * StrictMath.sin(distance);
        double east = StrictMath.sin(angle) * StrictMath.sin(distance);
        double out = StrictMath.cos(distance);
        double level = out * StrictMath.cos(delta) - north * StrictMath.sin(delta);
        double x = level * StrictMath.cos(alpha) - east * StrictMath.sin(alpha);
        double y = level * StrictMath.sin(alpha) + east * StrictMath.cos(alpha);
        double z = out * StrictMath.sin(delta) + north * StrictMath.cos(delta);
        double ra = StrictMath.toDegrees(StrictMath.atan2(y, x));
        double dec = StrictMath.toDegrees(StrictMath.atan2(z, Math.hypot(x, y)));
        return new Position(random.nextBoolean() ? ra : (ra + 360) % 360, dec);
    }

    Catalogue catalogue(int objects, Position centre, double radiusDegrees) {
        double[] ra = new double[objects];
        double[] dec = new double[objects];
        for (int row = 0; row < objects; row++) {
            Position position = near(centre, radiusDegrees);
            ra[row] = position.ra();
            dec[row] = position.dec();
        }
        return Catalogue.of(ra, dec);
    }

    static double degreesBetween(Position a, Position b) {
        double[] vectors = new double[6];
        Angles.unitVector(a.ra(), a.dec(), vectors, 0);
        Angles.unitVector(b.ra(), b.dec(), vectors, 3);
        return Angles.radians(Angles.squaredChord(vectors, 0, vectors, 3)) / Angles.RADIANS_PER_DEGREE;
    }
}
