package org.spolia.experiment;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Text files of the user: UTF-8, with or without a byte order mark, and a one-line message if they cannot be read. */
public final class TextFile {
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private TextFile() {}

    /** The whole text, without a byte order mark. */
    public static String read(Path file) {
        requireReadable(file);
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(Files.readAllBytes(file)))
                    .toString();
            return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw new ExperimentException(file + ": is not UTF-8 text; save it as UTF-8", e);
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    /** Checks that the path is a regular file that this process may read. */
    public static void requireReadable(Path file) {
        if (Files.isDirectory(file)) {
            throw new ExperimentException(file + ": is a directory; name a file in it" + examples(file));
        }
        if (!Files.exists(file)) {
            throw new ExperimentException(file + ": no such file" + sibling(file));
        }
        if (!Files.isReadable(file)) {
            throw new ExperimentException(file + ": cannot be read; give this user the right to read it");
        }
    }

    /** Returns a failure of the file system as a mistake of the user: path, reason, remedy. */
    public static ExperimentException unreadable(Path file, IOException cause) {
        String reason = cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
        return new ExperimentException(file + ": cannot be read (" + reason + "); check the disk and the path", cause);
    }

    private static String sibling(Path file) {
        Path name = file.getFileName();
        Path folder = file.toAbsolutePath().getParent();
        if (name == null || folder == null || !Files.isDirectory(folder)) {
            return "; check the path";
        }
        Map<String, String> byStem = new LinkedHashMap<>();
        names(folder).stream()
                .filter(other -> extension(other).equals(extension(name.toString())))
                .forEach(other -> byStem.put(stem(other), other));
        return Suggestion.nearest(stem(name.toString()), byStem.keySet())
                .map(near -> "; did you mean '" + file.resolveSibling(byStem.get(near)) + "'?")
                .orElse("; check the path");
    }

    /** Returns the name without the ending, which would make any two files of one kind look similar. */
    private static String stem(String name) {
        return name.substring(0, name.length() - extension(name).length());
    }

    private static String extension(String name) {
        int dot = name.lastIndexOf('.');
        return dot < 0 ? "" : name.substring(dot);
    }

    private static String examples(Path folder) {
        return Suggestion.nearest("quickstart.yaml", names(folder))
                .map(near -> ", e.g. " + folder.resolve(near))
                .orElse("");
    }

    private static List<String> names(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(path -> path.getFileName().toString()).sorted().toList();
        } catch (IOException e) {
            return List.of();
        }
    }
}
