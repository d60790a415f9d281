package org.spolia.jobs.source.format;

import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.jspecify.annotations.Nullable;
import org.spolia.statistics.PooledMoments;

/** A statistic of a tile, in a column of its own. */
enum TileMoment {
    MEAN("mean"),
    STD("standard deviation"),
    MIN("least value"),
    MAX("greatest value");

    private final String words;

    TileMoment(String words) {
        this.words = words;
    }

    /** The column for a component of a field. */
    String column(String component) {
        return component + "_" + FileHeader.fold(name());
    }

    StructField field(String component) {
        return FileConstants.field(
                column(component),
                DataTypes.DoubleType,
                words + " of " + component + " in the tile, in its unit; NULL if a value is not finite");
    }

    /**
     * Computes all statistics in double precision, in the order of the values. All are NULL if a value is not finite.
     */
    static @Nullable Object[] of(float[] values) {
        PooledMoments moments = PooledMoments.of(values);
        if (!moments.isFinite() || values.length == 0) {
            return new @Nullable Object[values().length];
        }
        float least = values[0];
        float greatest = values[0];
        for (float value : values) {
            least = Math.min(least, value);
            greatest = Math.max(greatest, value);
        }
        return new @Nullable Object[] {moments.mean(), moments.deviation(), (double) least, (double) greatest};
    }
}
