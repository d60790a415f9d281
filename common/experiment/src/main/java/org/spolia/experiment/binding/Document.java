package org.spolia.experiment.binding;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.spolia.experiment.ExperimentException;

/** A YAML file in memory. It can be bound to a record, and keeps the line of each key for later error messages. */
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
     * Reads a file and replaces values by the overrides.
     *
     * @param overrides YAML values by key path, such as {@code seeds} → {@code [0, 1]} or {@code operator-sets[0].name}
     * → {@code x}
     */
    public static Document read(Path file, Map<String, String> overrides) {
        return new Document(file.toString(), Overrides.apply(YamlReader.read(file), overrides));
    }

    /**
     * Reads a text in YAML or JSON.
     *
     * @param source the name of the text in error messages
     */
    public static Document parse(String text, String source) {
        return new Document(source, YamlReader.readValue(text, source));
    }

    /** The source in error messages: a file, or the name of the text. */
    public String source() {
        return source;
    }

    /** Returns the texts in the list of a key; none if there is no such list. */
    public List<String> texts(String key) {
        return Words.texts(root, key);
    }

    /**
     * Returns the document with words replaced by longer texts.
     *
     * @param texts the replacement of each word
     * @param keys the keys whose values, or list elements, may be such words
     */
    public Document replacing(Map<String, String> texts, Set<String> keys) {
        return texts.isEmpty() ? this : new Document(source, new Words(texts, keys).replaced(root, false));
    }

    /** Returns the record that the document describes. {@code type} and all nested records must be public. */
    public <T> T bind(Class<T> type) {
        return Binder.bind(root, type);
    }

    /** Returns the error for the value at a key path. */
    public ExperimentException mistake(String path, String problem) {
        return KeyPath.of(path).nearest(root).place().mistake(path, problem);
    }

    /** Returns the file and line of the value at a key path. */
    public String place(String path) {
        return KeyPath.of(path).nearest(root).place().toString();
    }
}
