package org.spolia.experiment.binding;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.spolia.experiment.ExperimentException;
import org.spolia.experiment.TextFile;

/**
 * Reads one YAML document into nodes with line numbers. Duplicate keys are errors; anchors and aliases are supported.
 */
final class YamlReader {
    private static final YAMLFactory FACTORY = new YAMLFactory();
    private static final Pattern PROBLEM_MARK = Pattern.compile("(.*)\\R in '[^']*', line (\\d+), column \\d+:");

    private static final Pattern PROPERTIES = Pattern.compile("([&!]\\S*\\s+)+");
    private static final long MOST_VALUES = 1_000_000;
    private static final long MOST_BYTES = 16 << 20;

    private final String source;
    private final int fixedLine;
    private final List<String> lines;
    private final YAMLParser parser;
    private final Map<String, Anchor> anchors = new HashMap<>();
    private long values;

    /** The node of an anchor, and its number of values. */
    private record Anchor(Node node, long values) {}

    private YamlReader(String source, int fixedLine, String text) throws IOException {
        this.source = source;
        this.fixedLine = fixedLine;
        this.lines = text.lines().toList();
        this.parser = FACTORY.createParser(text);
    }

    /** Reads a file. */
    static Node read(Path file) {
        requireShort(file);
        String text = TextFile.read(file);
        if (text.isBlank()) {
            throw new ExperimentException(file + ": is empty; write the configuration there");
        }
        return parse(text, file.toString(), -1);
    }

    private static void requireShort(Path file) {
        TextFile.requireReadable(file);
        try {
            if (Files.size(file) > MOST_BYTES) {
                throw new ExperimentException(file + ": has " + Files.size(file)
                        + " bytes, but a configuration has at most " + MOST_BYTES + "; name another file");
            }
        } catch (IOException e) {
            throw TextFile.unreadable(file, e);
        }
    }

    /** Reads a text without line numbers, such as the value of an option. Every node has this source. */
    static Node readValue(String text, String source) {
        return parse(text, source, 0);
    }

    private static Node parse(String text, String source, int fixedLine) {
        try {
            YamlReader reader = new YamlReader(source, fixedLine, text);
            try (reader.parser) {
                return reader.document();
            } catch (JsonProcessingException e) {
                throw reader.notYaml(e);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Reading from a string failed", e);
        }
    }

    private Node document() throws IOException {
        JsonToken first = parser.nextToken();
        Node root = first == null ? new Node.Scalar(place(), "", true) : node(first, place(), "");
        if (parser.nextToken() != null) {
            throw place().mistake("", "a second document starts here; keep one document a file");
        }
        return root;
    }

    private Node node(JsonToken token, Place place, String path) throws IOException {
        String anchor = parser.getObjectId();
        long before = values;
        count(1, place, path);
        if (token == JsonToken.VALUE_STRING && parser.isCurrentAlias()) {
            return alias(parser.getText(), place, path);
        }
        Node node = switch (token) {
            case START_OBJECT -> mapping(place, path);
            case START_ARRAY -> sequence(place, path);
            default -> new Node.Scalar(place, text(), isPlain());
        };
        if (anchor != null) {
            anchors.put(anchor, new Anchor(node, values - before));
        }
        return node;
    }

    private Node mapping(Place place, String path) throws IOException {
        Map<String, Node> entries = new LinkedHashMap<>();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String key = parser.currentName();
            Place keyPlace = place();
            String keyPath = path.isEmpty() ? key : path + "." + key;
            Node earlier = entries.get(key);
            if (earlier != null) {
                throw keyPlace.mistake(
                        keyPath,
                        "duplicate key (first on line " + earlier.place().line() + "); keep one");
            }
            if (key.equals("<<")) {
                throw keyPlace.mistake(
                        keyPath, "merge keys are not supported; write the keys out or use an alias for a whole value");
            }
            entries.put(key, node(parser.nextToken(), keyPlace, keyPath));
        }
        return new Node.Mapping(place, entries);
    }

    private Node sequence(Place place, String path) throws IOException {
        List<Node> items = new ArrayList<>();
        JsonToken token = parser.nextToken();
        while (token != JsonToken.END_ARRAY) {
            items.add(node(token, place(), path + "[" + items.size() + "]"));
            token = parser.nextToken();
        }
        return new Node.Sequence(place, items);
    }

    private Node alias(String name, Place place, String path) {
        Anchor target = anchors.get(name);
        if (target == null) {
            throw place.mistake(
                    path,
                    "'*" + name + "' refers to an anchor that is not defined above; for the text itself write \"*"
                            + name + "\"");
        }
        count(target.values(), place, path);
        return target.node();
    }

    /** Nested aliases can expand a few lines to more values than fit in memory. */
    private void count(long more, Place place, String path) {
        values += more;
        if (values > MOST_VALUES) {
            throw place.mistake(
                    path,
                    "the document has more than " + MOST_VALUES + " values after expansion of its aliases; shorten it");
        }
    }

    private String text() throws IOException {
        String text = parser.getText();
        return text == null ? "" : text;
    }

    /**
     * A number in quotes is a text, but Jackson does not report the style of a scalar. Its first character in the
     * source shows it.
     */
    private boolean isPlain() {
        JsonLocation start = parser.currentTokenLocation();
        int row = start.getLineNr() - 1;
        if (row < 0 || row >= lines.size()) {
            return true;
        }
        String line = lines.get(row);
        // A long list may be a single line, so the line is not copied for each element.
        Matcher properties = PROPERTIES.matcher(line);
        properties.region(Math.min(start.getColumnNr() - 1, line.length()), line.length());
        int value = properties.lookingAt() ? properties.end() : properties.regionStart();
        return value == line.length() || "'\"|>".indexOf(line.charAt(value)) < 0;
    }

    private Place place() {
        return fixedLine >= 0 ? new Place(source, fixedLine) : place(parser.currentTokenLocation());
    }

    private Place place(@Nullable JsonLocation location) {
        return new Place(source, fixedLine >= 0 || location == null ? 0 : Math.max(1, location.getLineNr()));
    }

    /** The parser reports the location of the previous token. The mark in its message has the location of the error. */
    private ExperimentException notYaml(JsonProcessingException cause) {
        String message = cause.getOriginalMessage();
        String problem = message.lines().findFirst().orElse("");
        Place place = place(cause.getLocation());
        Matcher mark = PROBLEM_MARK.matcher(message);
        while (mark.find()) {
            problem = mark.group(1);
            place = fixedLine >= 0 ? place : new Place(source, Integer.parseInt(mark.group(2)));
        }
        if (message.contains("TAB")) {
            problem = "a tab indents this line; indent with spaces";
        } else if (message.contains("scanning an alias")) {
            problem = "a bare * is an alias in YAML; write \"*\" in quotes";
        } else {
            problem = problem + "; correct the syntax there";
        }
        return place.mistake("", "not valid YAML: " + problem);
    }
}
