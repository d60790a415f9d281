package org.spolia.jobs.faults;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The place where a JVM under test dies, from the system property {@code spolia.test.halt}: {@code before} or {@code
 * after}, a colon, and a pattern for the path of the file that is being written. The JVM ends as by kill -9: no hook
 * runs, no buffer is flushed.
 */
final class Halt {
    /** The exit code of a JVM that died here. */
    static final int EXIT_CODE = 77;

    private static final String[] PLACE =
            System.getProperty("spolia.test.halt", "never:").split(":", 2);
    private static final Pattern PATH = Pattern.compile(PLACE[1]);

    private Halt() {}

    static void before(String path) {
        haltAt("before", path);
    }

    static void after(String path) {
        haltAt("after", path);
    }

    private static void haltAt(String moment, String path) {
        Matcher matcher = PATH.matcher(path);
        if (moment.equals(PLACE[0]) && matcher.find()) {
            Runtime.getRuntime().halt(EXIT_CODE);
        }
    }
}
