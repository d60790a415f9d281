package org.spolia.experiment.binding;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.spolia.experiment.ExperimentException;

/** A YAML file that has been read: it becomes a record, and it knows the line of each key for mistakes found later. */
public final class Document {
    private final String source;
    private final Node root;

    private Document(String source, Node root) {
        this.source = source;
        this.root = root;
    }

    public static Document read(Path file) {
        return read(file, Map.of());
    }

    /**
     * Reads a file and puts the overrides in place of its values.
     *
     * @param overrides YAML values by key path, such as {@code seeds} → {@code [0, 1]} or {@code operator-sets[0].name}
     * → {@code x}
     */
    public static Document read(Path file, Map<String, String> overrides) {
        return new Document(file.toString(), Overrides.apply(YamlReader.read(file), overrides));
    }

    /**
     * The document in a text, YAML or JSON.
     *
     * @param source what mistakes call it
     */
    public static Document parse(String text, String source) {
        return new Document(source, YamlReader.readValue(text, source));
    }

    /** Where the document was read from: a file, or what the text was called. */
    public String source() {
        return source;
    }

    /** The texts in the list under a key of the document; none where there is no such list. */
    public List<String> texts(String key) {
        return Words.texts(root, key);
    }

    /**
     * The document with longer texts in place of words.
     *
     * @param texts what stands for each word
     * @param keys the keys whose values, or elements of whose lists, may be such words
     */
    public Document replacing(Map<String, String> texts, Set<String> keys) {
        return texts.isEmpty() ? this : new Document(source, new Words(texts, keys).replaced(root, false));
    }

    /** The record that the document describes; {@code type} and every record below it are public. */
    public <T> T bind(Class<T> type) {
        return Binder.bind(root, type);
    }

    /** A mistake in the value at a key path. */
    public ExperimentException mistake(String path, String problem) {
        return KeyPath.of(path).nearest(root).place().mistake(path, problem);
    }

    /** File and line of the value at a key path. */
    public String place(String path) {
        return KeyPath.of(path).nearest(root).place().toString();
    }
}
