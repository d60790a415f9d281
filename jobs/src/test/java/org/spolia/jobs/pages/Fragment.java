package org.spolia.jobs.pages;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * A part of a configuration, which is valid if it is valid for some definition of a schema. A part need not have all
 * required keys.
 */
record Fragment(JsonNode value) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

    static Fragment parse(String yaml) throws IOException {
        return new Fragment(YAML.readTree(yaml));
    }

    /** The mistakes according to the best matching definition; empty if one matches. */
    List<String> mistakes() throws IOException {
        List<String> best = List.of("no definition");
        int fewest = Integer.MAX_VALUE;
        for (String name : List.of("experiment", "problems", "operator-sets")) {
            JsonNode root = JSON.readTree(
                    Page.ROOT.resolve("schemas/" + name + ".schema.json").toFile());
            List<JsonNode> definitions = Stream.concat(
                            Stream.of(root),
                            StreamSupport.stream(root.path("$defs").spliterator(), false))
                    .toList();
            for (JsonNode definition : definitions) {
                List<String> mistakes = new ArrayList<>();
                for (JsonNode part : value.isArray() ? value : List.of(value)) {
                    mistakes.addAll(new Schema(root).withoutRequired().mistakes(part, definition, ""));
                }
                if (mistakes.size() < fewest) {
                    fewest = mistakes.size();
                    best = mistakes;
                }
            }
        }
        return best;
    }
}
