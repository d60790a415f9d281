package org.spolia.jobs.session;

import java.util.Map;
import java.util.TreeMap;

/**
 * The options of a session.
 *
 * @param master the master in Spark's notation; if empty, the master of spark-submit, or else every core of this
 * machine
 * @param configuration entries of the Spark configuration, which override our defaults
 */
public record SessionOptions(String master, Map<String, String> configuration) {
    public SessionOptions {
        configuration = Map.copyOf(configuration);
    }

    /** Every core of this machine, and only defaults. */
    public static SessionOptions local() {
        return new SessionOptions("local[*]", Map.of());
    }

    public SessionOptions with(String key, String value) {
        Map<String, String> extended = new TreeMap<>(configuration);
        extended.put(key, value);
        return new SessionOptions(master, extended);
    }
}
