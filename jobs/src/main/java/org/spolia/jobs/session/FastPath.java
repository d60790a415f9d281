package org.spolia.jobs.session;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.spark.SparkConf;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.internal.SQLConf;
import org.spolia.experiment.ExperimentException;

/**
 * Code that is faster than Spark and Delta because it uses their internals. A setting turns it off. If a class of
 * Spark, Parquet or Delta has another shape than expected, Spark and Delta do the work in this process, after one
 * warning.
 */
public enum FastPath {
    /** Writes rows as pages of Parquet and appends them to a table in one commit. */
    WRITER("delta"),
    /** Reads arrays page by page. */
    READER("spark");

    private static final String ON = "pages";

    private final String off;

    @SuppressWarnings("ImmutableEnumChecker") // It becomes true at most once in a process.
    private volatile boolean aside;

    FastPath(String off) {
        this.off = off;
    }

    /** The setting in the notation of users, such as {@code spolia.writer}. */
    String setting() {
        return "spolia." + name().toLowerCase(Locale.ROOT);
    }

    /** The setting in Spark's notation for sessions, because spark-submit drops settings with other prefixes. */
    String sparkSetting() {
        return "spark." + setting();
    }

    /**
     * Copies the settings from the configuration or the system properties to the place that sessions read.
     *
     * @throws ExperimentException if a setting has an unknown value
     */
    static void configure(SparkConf configuration) {
        for (FastPath path : values()) {
            String given = configuration.get(path.setting(), System.getProperty(path.setting(), ON));
            String value = configuration.get(path.sparkSetting(), given);
            if (!value.equals(ON) && !value.equals(path.off)) {
                throw new ExperimentException(
                        path.setting() + " is '" + value + "'; it can be '" + ON + "' or '" + path.off + "'");
            }
            configuration.set(path.sparkSetting(), value);
        }
    }

    /** Returns whether a session uses it. */
    public boolean isWantedBy(SparkSession spark) {
        return spark.conf().get(sparkSetting(), ON).equals(ON);
    }

    /** Returns whether it is used, for code that Spark calls and that only sees the settings. */
    public boolean isWantedBy(SQLConf settings) {
        return settings.getConfString(sparkSetting(), ON).equals(ON);
    }

    /** Tries to do something with the fast code; empty if that is impossible, or a class has another shape. */
    public <T> Optional<T> attempt(Supplier<Optional<T>> step) {
        if (aside) {
            return Optional.empty();
        }
        try {
            return step.get();
        } catch (LinkageError | ClassCastException e) {
            if (!isOfOurCalls(e)) {
                throw e;
            }
            stepAside(e.toString());
            return Optional.empty();
        }
    }

    /** Leaves the work to Spark and Delta until this process ends. */
    public void stepAside(String reason) {
        synchronized (this) {
            if (aside) {
                return;
            }
            aside = true;
        }
        System.getLogger(FastPath.class.getName())
                .log(
                        System.Logger.Level.WARNING,
                        "{0}={1} does not fit this version of Spark or Delta ({2}), so this process uses {0}={3};"
                                + " results are the same, and tables with arrays take longer",
                        setting(),
                        ON,
                        reason,
                        off);
    }

    /** Errors in Spark, in Delta or in the rows themselves would also occur without the fast path. */
    private static boolean isOfOurCalls(Throwable error) {
        StackTraceElement[] frames = error.getStackTrace();
        return frames.length > 0 && frames[0].getClassName().matches("org\\.spolia\\.jobs\\.(tables|columns)\\..*");
    }
}
