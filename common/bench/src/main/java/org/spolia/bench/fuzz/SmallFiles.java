package org.spolia.bench.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The files that mutants are made from. */
final class SmallFiles {
    /** Larger files are slow to copy, and their headers are similar. */
    private static final long LARGEST = 200_000;

    /** Build outputs and hidden files. */
    private static final Pattern SKIPPED = Pattern.compile("(^|/)(target/|\\.)");

    private SmallFiles() {}

    /** Returns the files under a folder whose names have one of these endings, sorted. */
    static List<Path> under(Path folder, String... endings) throws IOException {
        List<Path> files = new ArrayList<>();
        try (Stream<Path> all = Files.walk(folder)) {
            all.filter(file ->
                            !SKIPPED.matcher(folder.relativize(file).toString()).find()
                                    && Stream.of(endings).anyMatch(file.toString()::endsWith))
                    .filter(Files::isRegularFile)
                    .sorted()
                    .forEach(files::add);
        }
        List<Path> small = new ArrayList<>();
        for (Path file : files) {
            if (Files.size(file) < LARGEST) {
                small.add(file);
            }
        }
        return small;
    }
}
