package org.spolia.jobs.source.hats;

import org.jspecify.annotations.Nullable;
import org.spolia.sky.Healpix;

/** The cell of an object of a survey, if its coordinates are valid. */
public final class ObjectCell {
    private ObjectCell() {}

    /**
     * Returns the nested HEALPix cell of an order; null if a coordinate is missing or invalid.
     *
     * @param ra in degrees
     * @param dec in degrees
     */
    public static @Nullable Long of(int order, @Nullable Double ra, @Nullable Double dec) {
        if (ra == null || dec == null || !Double.isFinite(ra) || !(Math.abs(dec) <= 90)) {
            return null;
        }
        return Healpix.cell(order, ra, dec);
    }
}
