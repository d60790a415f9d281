package org.spolia.jobs;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.spolia.jobs.session.SessionOptions;

/**
 * Settings of Spark for tables with few rows, for which generating, compiling and distributing code is not worth its
 * cost.
 */
public final class FewRows {
    private static final Map<String, String> SETTINGS = new TreeMap<>(Map.of(
            "spark.sql.codegen.wholeStage", "false",
            "spark.sql.codegen.factoryMode", "NO_CODEGEN",
            "spark.sql.adaptive.enabled", "false",
            "spark.databricks.delta.snapshotPartitions", "1"));

    private FewRows() {}

    /** Returns the options of a session with these settings. */
    public static SessionOptions session(String master) {
        SessionOptions options = SessionOptions.local().with("spark.master", master);
        for (Map.Entry<String, String> setting : SETTINGS.entrySet()) {
            options = options.with(setting.getKey(), setting.getValue());
        }
        return options;
    }

    /** Returns the settings as options of a command. */
    public static List<String> options() {
        return SETTINGS.entrySet().stream()
                .flatMap(setting -> List.of("--conf", setting.getKey() + "=" + setting.getValue()).stream())
                .toList();
    }
}
