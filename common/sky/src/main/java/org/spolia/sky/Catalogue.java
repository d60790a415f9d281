package org.spolia.sky;

/** The positions of the objects of a survey, by row. Immutable. */
public final class Catalogue {
    private final double[] ra;
    private final double[] dec;
    private final double[] vectors;

    private Catalogue(double[] ra, double[] dec, double[] vectors) {
        this.ra = ra;
        this.dec = dec;
        this.vectors = vectors;
    }

    /**
     * Creates a catalogue of objects at these right ascensions and declinations in degrees.
     *
     * @throws IllegalArgumentException if their numbers differ, or a position is not on the sphere
     */
    public static Catalogue of(double[] ra, double[] dec) {
        if (ra.length != dec.length) {
            throw new IllegalArgumentException("Catalogue has " + ra.length + " right ascensions and " + dec.length
                    + " declinations; give one of each for each object");
        }
        double[] vectors = new double[3 * ra.length];
        for (int row = 0; row < ra.length; row++) {
            if (!Position.isOnSphere(ra[row], dec[row])) {
                throw new IllegalArgumentException("Catalogue has the position (" + ra[row] + ", " + dec[row]
                        + ") in row " + row + "; right ascension is finite, declination between -90 and 90 degrees");
            }
            Angles.unitVector(ra[row], dec[row], vectors, 3 * row);
        }
        return new Catalogue(ra.clone(), dec.clone(), vectors);
    }

    public int size() {
        return ra.length;
    }

    long cell(int order, int row) {
        return Facet.cell(order, ra[row], dec[row]);
    }

    /** The square of the distance between two unit vectors. */
    double squaredChord(int row, Catalogue other, int otherRow) {
        return Angles.squaredChord(vectors, 3 * row, other.vectors, 3 * otherRow);
    }
}
