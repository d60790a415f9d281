package org.spolia.jobs.tables;

import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The location of a warehouse: a folder of a local disk, or a URI of any file system that Hadoop supports.
 *
 * @param text an absolute path or a URI
 */
public record WarehouseLocation(String text) {
    private static final Pattern URI = Pattern.compile("[a-zA-Z][a-zA-Z0-9+.-]+:/.*");

    /** Parses a location of the user. A relative path starts in the current folder. */
    public static WarehouseLocation parse(String text) {
        if (text.startsWith("file:/")) {
            return new WarehouseLocation(text.replaceFirst("^file:/+", "/"));
        }
        return new WarehouseLocation(
                URI.matcher(text).matches()
                        ? text
                        : Path.of(text).toAbsolutePath().normalize().toString());
    }

    /** The folder, if it is on a local disk. */
    public Optional<Path> local() {
        return URI.matcher(text).matches() ? Optional.empty() : Optional.of(Path.of(text));
    }

    @Override
    public String toString() {
        return text;
    }
}
