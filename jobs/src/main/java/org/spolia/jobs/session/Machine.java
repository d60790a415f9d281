package org.spolia.jobs.session;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** The machine and the Java that run this code; on an executor, those of the executor. */
public final class Machine {
    private Machine() {}

    public static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            // A machine without a resolvable name of its own still has results to report.
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
