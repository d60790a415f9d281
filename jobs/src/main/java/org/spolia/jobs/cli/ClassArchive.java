package org.spolia.jobs.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;

/**
 * Saves the classes that this process has loaded, so that the next process of the same command maps them instead of
 * parsing them. If no archive exists yet, the launcher passes the beginning of its file name in the system property
 * {@code spolia.archive}.
 */
final class ClassArchive {
    private static final String PROPERTY = "spolia.archive";

    private ClassArchive() {}

    /**
     * Saves the archive if the launcher asked for it and this process has loaded enough classes to represent later
     * ones. An archive only saves time, so an error is only logged.
     */
    static void save() {
        String file = System.getProperty(PROPERTY);
        if (file == null || loadedClasses() < Integer.getInteger(PROPERTY + ".classes", 0)) {
            return;
        }
        Path unfinished = Path.of(file + "." + ProcessHandle.current().pid() + ".unfinished");
        PrintStream out = System.out;
        try {
            // The JVM prints its progress.
            System.setOut(new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8));
            dump(unfinished);
            removeOlder(Path.of(file));
            // Others see the whole file or none. The size in the name reveals a truncated file.
            Path archive = Path.of(file + "." + Files.size(unfinished) + ".jsa");
            Files.move(unfinished, archive, StandardCopyOption.ATOMIC_MOVE);
        } catch (JMException | IOException e) {
            System.getLogger(ClassArchive.class.getName()).log(System.Logger.Level.DEBUG, "No archive of classes", e);
            unfinished.toFile().delete();
        } finally {
            System.setOut(out);
        }
    }

    private static int loadedClasses() {
        return ManagementFactory.getClassLoadingMXBean().getLoadedClassCount();
    }

    private static void removeOlder(Path prefix) throws IOException {
        try (DirectoryStream<Path> older =
                Files.newDirectoryStream(prefix.resolveSibling("."), prefix.getFileName() + ".*.jsa")) {
            for (Path archive : older) {
                Files.delete(archive);
            }
        }
    }

    /** Does the same as {@code jcmd VM.cds dynamic_dump}. */
    private static void dump(Path file) throws JMException {
        MBeanServer server = ManagementFactory.getPlatformMBeanServer();
        server.invoke(
                new ObjectName("com.sun.management:type=DiagnosticCommand"),
                "vmCds",
                new Object[] {new String[] {"dynamic_dump", file.toString()}},
                new String[] {String[].class.getName()});
    }
}
