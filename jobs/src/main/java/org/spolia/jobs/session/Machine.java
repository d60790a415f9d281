package org.spolia.jobs.session;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** The machine and the Java version that run this code; in a task, of the executor. */
public final class Machine {
    private Machine() {}

    public static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            // A machine without a resolvable name still has results to report.
            return "localhost";
        }
    }

    /** The version of the JDK, such as 17.0.15. */
    public static String jdk() {
        return System.getProperty("java.version");
    }

    public static int javaMajor() {
        return Runtime.version().feature();
    }
}
