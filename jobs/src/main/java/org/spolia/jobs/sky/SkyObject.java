package org.spolia.jobs.sky;

import java.util.Comparator;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;

/**
 * An object of a survey in a cell that a match examines.
 *
 * @param home the cell of the object, which can differ from the cell that it was copied to
 * @param file its key together with {@code row}
 */
record SkyObject(long home, String file, long row, @Nullable String objectId, double ra, double dec) {
    /** Of equally near objects the first one counts, so their order must be the same wherever they meet. */
    static final Comparator<SkyObject> BY_KEY =
            Comparator.comparing(SkyObject::file).thenComparingLong(SkyObject::row);

    /** Reads the columns after the cell that it was copied to. */
    static SkyObject of(Row row) {
        return new SkyObject(
                row.getLong(1), row.getString(2), row.getLong(3), row.getString(4), row.getDouble(5), row.getDouble(6));
    }
}
