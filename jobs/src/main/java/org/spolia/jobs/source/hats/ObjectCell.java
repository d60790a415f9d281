package org.spolia.jobs.source.hats;

import org.jspecify.annotations.Nullable;
import org.spolia.sky.Healpix;

/** The cell that an object of a survey is in, as far as its coordinates are some. */
public final class ObjectCell {
    private ObjectCell() {}

    /**
     * The cell of HEALPix of an order, nested; null if a coordinate is missing or none.
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
