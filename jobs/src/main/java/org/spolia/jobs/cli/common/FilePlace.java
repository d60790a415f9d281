package org.spolia.jobs.cli.common;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.spolia.experiment.ExperimentException;
import org.spolia.experiment.Suggestion;
import org.spolia.jobs.tables.stored.FileView;
import org.spolia.symbolic.key.Names;

/**
 * Files that Spark reads, in the notation of the command line: {@code FORMAT:PATH[;OPTION=VALUE]…}.
 *
 * @param format the format
 * @param path a file or folder
 * @param options options of the format
 */
public record FilePlace(String format, String path, Map<String, String> options) {
    static final String SYNTAX = "FORMAT:PATH";

    private static final List<String> FORMATS = List.of("well", "universe", "hdf5", "parquet", "delta");

    public FilePlace {
        options = new LinkedHashMap<>(options);
    }

    /**
     * Parses a text of that form.
     *
     * @param flag the option with this value, for messages
     */
    public static FilePlace parse(String flag, String text) {
        List<String> parts = new ArrayList<>(Arrays.asList(text.split(";", -1)));
        String source = parts.remove(0);
        int colon = source.indexOf(':');
        String format = colon < 0 ? source : source.substring(0, colon);
        if (colon < 0 || !FORMATS.contains(format)) {
            throw new ExperimentException(flag + text + ": " + Names.quote(format) + " is not a format of " + SYNTAX
                    + "; " + Suggestion.instead(format, FORMATS));
        }
        Map<String, String> options = new LinkedHashMap<>();
        for (String option : parts) {
            int equals = option.indexOf('=');
            if (equals < 1) {
                throw new ExperimentException(flag + text + ": " + Names.quote(option)
                        + " is not an option; write ;OPTION=VALUE after the path");
            }
            options.put(option.substring(0, equals), option.substring(equals + 1));
        }
        return new FilePlace(format, source.substring(colon + 1), options);
    }

    /**
     * Parses a text of that form, or a plain path, if it refers to files for Spark. The prefix or the names of the
     * files decide.
     *
     * @throws ExperimentException if they are HDF5 files of an unknown layout
     */
    public static Optional<FilePlace> recognise(String text) {
        if (FORMATS.stream().anyMatch(format -> text.startsWith(format + ":"))) {
            return Optional.of(parse("", text));
        }
        Path path = Path.of(text);
        if (Files.isDirectory(path.resolve("_delta_log"))) {
            return Optional.of(new FilePlace("delta", text, Map.of()));
        }
        if (text.endsWith(".parquet") || hasParquet(path)) {
            return Optional.of(new FilePlace("parquet", text, Map.of()));
        }
        if (text.endsWith(".hdf5") || text.endsWith(".h5")) {
            throw new ExperimentException(text + ": is HDF5, which can hold many tables; name its layout, as in well:"
                    + text + " (The Well), universe:" + text + " (Multimodal Universe) or hdf5:" + text
                    + ";dataset=NAME");
        }
        return Optional.empty();
    }

    private static boolean hasParquet(Path folder) {
        if (!Files.isDirectory(folder)) {
            return false;
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.anyMatch(file -> file.toString().endsWith(".parquet"));
        } catch (IOException e) {
            throw new ExperimentException(folder + ": cannot be listed (" + e + "); may it be read?", e);
        }
    }

    /** The last name of the path without its extension. */
    public String name() {
        return nameOf(path);
    }

    /** The last name of a path without its extension. */
    public static String nameOf(String path) {
        String name = path.replaceFirst("/+$", "").replaceFirst("^.*/", "").replaceFirst("\\.[^.]*$", "");
        return name.isEmpty() || name.startsWith(".") ? "data" : name;
    }

    public FileView view(String name) {
        return new FileView(name, format, path, options);
    }
}
