package org.spolia.jobs.cli.common;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.spolia.experiment.ExperimentException;

/**
 * The memory that a fit of a table takes: the table as it is read, and as the search holds it.
 *
 * @param place where the rows are
 * @param rows how many, or about how many; 0 if nobody knows
 * @param columns those that are used
 */
public record MemoryNeed(String place, long rows, int columns) {
    private static final double MEGABYTE = 1 << 20;

    /** A table in the blocks of the search, the same as it was read, and arrays that grow while it is read. */
    private static final int COPIES = 3;

    /** Classes, threads and what the search holds whatever the table. */
    private static final double OTHER_MEGABYTES = 100;

    private static final double ROOM = 1.3;

    /** Passes unless the numbers alone take more than Java may. */
    public void requireRoom() {
        if (megabytes(1) > available()) {
            throw problem(null);
        }
    }

    /** What to tell when the memory was not enough. */
    public ExperimentException problem(@Nullable Throwable cause) {
        double needed = megabytes(COPIES) + OTHER_MEGABYTES;
        boolean known = rows > 0 && needed > 0.8 * available();
        double wanted = known ? ROOM * Math.max(needed, available()) : 2 * available();
        String size = known
                ? String.format(
                        Locale.ROOT,
                        "about %,d rows × %d columns need about %s of memory, and Java may use %s",
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

    /** Whether memory that was missing is behind a failure. */
    public static boolean isBehind(Throwable failure) {
        return Diagnosis.causes(failure).stream().anyMatch(OutOfMemoryError.class::isInstance);
    }

    private double megabytes(int copies) {
        return (double) copies * rows * columns * Double.BYTES / MEGABYTE;
    }

    /** What Java may use, in megabytes. */
    static double available() {
        return Runtime.getRuntime().maxMemory() / MEGABYTE;
    }

    static String text(double megabytes) {
        return megabytes < 1000
                ? String.format(Locale.ROOT, "%.0f MB", megabytes)
                : String.format(Locale.ROOT, "%.1f GB", megabytes / 1024);
    }
}
