package org.spolia.jobs.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;

/**
 * A release on a user's machine: unpacked into a read-only folder, with a Java runtime that compiles nothing, a home
 * that cannot be written, only standard tools on the path, and a variable of another installation.
 *
 * @param tree the unpacked folder of the archive
 * @param java the home of a Java runtime
 * @param tools the only folder of the path
 * @param home the home of the user
 */
record UnpackedRelease(Path tree, Path java, Path tools, Path home) {
    private static final List<String> TOOLS = List.of(
            "bash",
            "cat",
            "cksum",
            "cut",
            "dirname",
            "env",
            "find",
            "grep",
            "head",
            "ls",
            "mkdir",
            "readlink",
            "sed",
            "sort",
            "tr",
            "wc");

    /** The modules of a Java runtime, without the ones for developers such as a compiler. */
    private static final String MODULES =
            "java.se,jdk.charsets,jdk.crypto.ec,jdk.httpserver,jdk.incubator.vector,jdk.jfr,"
                    + "jdk.localedata,jdk.management,jdk.naming.dns,jdk.net,jdk.security.auth,jdk.security.jgss,jdk.unsupported,jdk.zipfs";

    static UnpackedRelease in(Path folder) throws IOException, InterruptedException {
        run("tar", "-xzf", archive("").toString(), "-C", folder.toString());
        Path java = folder.resolve("java");
        String jlink = Path.of(System.getProperty("java.home"), "bin", "jlink").toString();
        run(jlink, "--add-modules", MODULES, "--output", java.toString());
        Path home = Files.createDirectory(folder.resolve("home"));
        Path tree = folder.resolve("spolia-" + version());
        run("chmod", "-R", "a-w", tree.toString(), home.toString());
        return new UnpackedRelease(tree, java, tools(folder), home);
    }

    /** The archive with this ending that {@code mvn -Prelease package} has built from the current jar. */
    static Path archive(String suffix) throws IOException {
        Path archive = Launcher.ROOT.resolve("target/spolia-" + version() + suffix + ".tar.gz");
        Path jar = Launcher.ROOT.resolve("jobs/target/spolia.jar");
        if (!Files.exists(archive)
                || Files.getLastModifiedTime(archive).compareTo(Files.getLastModifiedTime(jar)) < 0) {
            throw new IllegalStateException(
                    archive + " is missing, or older than " + jar + "; run mvn -Prelease package");
        }
        return archive;
    }

    static String version() {
        return System.getProperty("spolia.version");
    }

    /** The command, started in a folder. */
    Launcher launcher(Path folder) {
        return launcher(folder, tree.resolve("spolia"));
    }

    Launcher launcher(Path folder, Path program) {
        Launcher launcher = new Launcher(folder, program)
                .with("PATH", tools.toString())
                .with("JAVA_HOME", java.toString())
                .with("HOME", home.toString())
                .with("SPOLIA_HOME", "/nonexistent/spolia-0.0.1");
        if ("root".equals(System.getProperty("user.name"))) {
            // Root can write anyway unless it drops the capability.
            launcher.within("/usr/bin/setpriv", "--bounding-set=-dac_override,-dac_read_search");
        }
        return launcher;
    }

    /** Lets the folder be removed with all of its content. */
    void makeWritable() throws IOException, InterruptedException {
        run("chmod", "-R", "u+w", tree.toString(), home.toString());
    }

    private static Path tools(Path folder) throws IOException {
        Path tools = Files.createDirectory(folder.resolve("tools"));
        for (String tool : TOOLS) {
            Path program = Stream.of("/bin", "/usr/bin")
                    .map(path -> Path.of(path, tool))
                    .filter(Files::isExecutable)
                    .findFirst()
                    .orElseThrow();
            Path script = Files.writeString(tools.resolve(tool), "#!/bin/sh\nexec %s \"$@\"\n".formatted(program));
            Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
        return tools;
    }

    static void run(String... command) throws IOException, InterruptedException {
        int status = new ProcessBuilder(command).inheritIO().start().waitFor();
        if (status != 0) {
            throw new IllegalStateException("Exit code " + status + " of " + String.join(" ", command));
        }
    }
}
