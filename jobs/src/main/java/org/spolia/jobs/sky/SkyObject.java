package org.spolia.jobs.sky;

import java.util.Comparator;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;

/**
 * An object of a survey where a match looks at it.
 *
 * @param home the cell that it lies in, which need not be the one that it was copied to
 * @param file with {@code row} its key
 */
record SkyObject(long home, String file, long row, @Nullable String objectId, double ra, double dec) {
    /** Of objects as near the first counts, so their order has to be the same wherever they meet. */
    static final Comparator<SkyObject> BY_KEY =
            Comparator.comparing(SkyObject::file).thenComparingLong(SkyObject::row);

    /** From the columns behind the cell that it was copied to. */
    static SkyObject of(Row row) {
        return new SkyObject(
                row.getLong(1), row.getString(2), row.getLong(3), row.getString(4), row.getDouble(5), row.getDouble(6));
    }
}
