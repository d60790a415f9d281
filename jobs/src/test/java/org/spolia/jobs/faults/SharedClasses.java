package org.spolia.jobs.faults;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;

/**
 * The class path of this JVM for others: the first of them that ends by itself leaves its classes in an archive for those that start
 * later, which takes a quarter off their work. The JVM takes classes for an archive from jars alone.
 */
final class SharedClasses {
    private static final int FIRST_WITH_ARCHIVES_BY_THEMSELVES = 19;

    private final Path folder;
    private final String classPath;

    private SharedClasses(Path folder, String classPath) {
        this.folder = folder;
        this.classPath = classPath;
    }

    /** Packs the folders of the class path into jars in a folder, where the archive will be too. */
    static SharedClasses in(Path folder) throws IOException {
        String whole = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        List<String> jars = new ArrayList<>();
        for (String entry : whole.split(File.pathSeparator, -1)) {
            jars.add(
                    Files.isDirectory(Path.of(entry))
                            ? pack(Path.of(entry), folder.resolve(jars.size() + ".jar"))
                            : entry);
        }
        return new SharedClasses(folder, String.join(File.pathSeparator, jars));
    }

    List<String> options() {
        List<String> options = new ArrayList<>(List.of("-cp", classPath));
        if (Runtime.version().feature() >= FIRST_WITH_ARCHIVES_BY_THEMSELVES) {
            options.add("-XX:+AutoCreateSharedArchive");
            options.add("-XX:SharedArchiveFile=" + folder.resolve("classes.jsa"));
            options.add("-Xlog:disable");
        }
        return options;
    }

    private static String pack(Path classes, Path jar) throws IOException {
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream packed = new JarOutputStream(file);
                Stream<Path> paths = Files.walk(classes)) {
            packed.setLevel(0);
            for (Path path : (Iterable<Path>) paths.filter(Files::isRegularFile)::iterator) {
                packed.putNextEntry(new ZipEntry(classes.relativize(path).toString()));
                Files.copy(path, packed);
            }
        }
        return jar.toString();
    }
}
