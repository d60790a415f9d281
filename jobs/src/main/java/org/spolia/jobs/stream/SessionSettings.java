package org.spolia.jobs.stream;

import java.util.HashMap;
import java.util.Map;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;

/** Temporary settings of a session. A query keeps the settings that its session had when the query started. */
public final class SessionSettings {
    private final SparkSession spark;
    private final Map<String, @Nullable String> before;

    private SessionSettings(SparkSession spark, Map<String, @Nullable String> before) {
        this.spark = spark;
        this.before = before;
    }

    public static SessionSettings set(SparkSession spark, Map<String, String> settings) {
        Map<String, @Nullable String> before = new HashMap<>();
        settings.forEach((key, value) -> {
            scala.Option<String> old = spark.conf().getOption(key);
            before.put(key, old.isDefined() ? old.get() : null);
            spark.conf().set(key, value);
        });
        return new SessionSettings(spark, before);
    }

    /** Restores the earlier settings. */
    public void restore() {
        before.forEach((key, value) -> {
            if (value == null) {
                spark.conf().unset(key);
            } else {
                spark.conf().set(key, value);
            }
        });
    }
}
