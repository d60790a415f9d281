package org.spolia.jobs.cli.common;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.spolia.experiment.ExperimentException;

/**
 * The memory that a fit of a table needs: for the table as it is read, and for the search.
 *
 * @param place the source of the rows
 * @param rows the number of rows, or an estimate; 0 if unknown
 * @param columns the number of columns in use
 */
public record MemoryNeed(String place, long rows, int columns) {
    private static final double MEGABYTE = 1 << 20;

    /** A table in the blocks of the search, the same table as it was read, and arrays that grow while it is read. */
    private static final int COPIES = 3;

    /** Classes, threads and parts of the search that do not depend on the table. */
    private static final double OTHER_MEGABYTES = 100;

    private static final double ROOM = 1.3;

    /** Checks that the numbers alone fit into the memory that Java may use. */
    public void requireRoom() {
        if (megabytes(1) > available()) {
            throw problem(null);
        }
    }

    /** Returns the error for a lack of memory. */
    public ExperimentException problem(@Nullable Throwable cause) {
        double needed = megabytes(COPIES) + OTHER_MEGABYTES;
        boolean known = rows > 0 && needed > 0.8 * available();
        double wanted = known ? ROOM * Math.max(needed, available()) : 2 * available();
        String size = known
                ? String.format(
                        Locale.ROOT,
                        "about %,d rows × %d columns need about %s of memory, but Java may use %s",
                        rows,
                        columns,
                        text(needed),
                        text(available()))
                : "the memory is not enough: Java may use " + text(available());
        String problem =
                place + ": " + size + "; give it more, as in JDK_JAVA_OPTIONS=-Xmx" + (long) Math.ceil(wanted / 1024)
                        + "g ./spolia fit …, or take fewer columns (--features, --exclude), fewer rows (a part of the"
                        + " file, or of Parquet, Delta and HDF5 a --query with TABLESAMPLE) or fewer --threads";
        return cause == null ? new ExperimentException(problem) : new ExperimentException(problem, cause);
    }

    /** Returns whether a lack of memory caused a failure. */
    public static boolean isBehind(Throwable failure) {
        return Diagnosis.causes(failure).stream().anyMatch(OutOfMemoryError.class::isInstance);
    }

    private double megabytes(int copies) {
        return (double) copies * rows * columns * Double.BYTES / MEGABYTE;
    }

    /** The memory that Java may use, in megabytes. */
    static double available() {
        return Runtime.getRuntime().maxMemory() / MEGABYTE;
    }

    static String text(double megabytes) {
        return megabytes < 1000
                ? String.format(Locale.ROOT, "%.0f MB", megabytes)
                : String.format(Locale.ROOT, "%.1f GB", megabytes / 1024);
    }
}
