package org.spolia.jobs.pages;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

/**
 * The subset of JSON Schema that the checked-in schemas use: types, properties, references, alternatives, choices,
 * patterns and ranges.
 */
final class Schema {
    private final JsonNode root;
    private final boolean requires;

    Schema(JsonNode root) {
        this(root, true);
    }

    private Schema(JsonNode root, boolean requires) {
        this.root = root;
        this.requires = requires;
    }

    /** The schema for parts, whose outermost mapping may lack keys. */
    Schema withoutRequired() {
        return new Schema(root, false);
    }

    List<String> mistakes(JsonNode value, JsonNode schema, String path) {
        if (schema.has("$ref")) {
            return mistakes(value, root.at(schema.get("$ref").asText().substring(1)), path);
        }
        if (schema.has("oneOf")) {
            return StreamSupport.stream(schema.get("oneOf").spliterator(), false)
                    .map(option -> mistakes(value, option, path))
                    .reduce((a, b) -> a.size() <= b.size() ? a : b)
                    .orElseThrow();
        }
        List<String> mistakes = new ArrayList<>();
        String type = schema.path("type").asText();
        if (schema.has("enum") && !schema.get("enum").toString().contains("\"" + value.asText() + "\"")) {
            mistakes.add(path + ": '" + value.asText() + "' is not in " + schema.get("enum"));
        }
        if (!hasType(value, type)) {
            mistakes.add(path + ": is not of type " + type);
        } else if (value.isObject()) {
            object(value, schema, path, mistakes);
        } else if (value.isArray() && schema.has("items") && schema.get("items").isObject()) {
            Schema inner = new Schema(root);
            value.forEach(element -> mistakes.addAll(inner.mistakes(element, schema.get("items"), path + "[]")));
        } else if (value.isTextual()
                && schema.has("pattern")
                && !Pattern.compile(schema.get("pattern").asText())
                        .matcher(value.asText())
                        .find()) {
            mistakes.add(path + ": '" + value.asText() + "' does not match " + schema.get("pattern"));
        } else if (value.isNumber()
                && (value.asDouble() < schema.path("minimum").asDouble(Double.NEGATIVE_INFINITY)
                        || value.asDouble() > schema.path("maximum").asDouble(Double.POSITIVE_INFINITY))) {
            mistakes.add(path + ": " + value + " is out of range");
        }
        return mistakes;
    }

    private void object(JsonNode value, JsonNode schema, String path, List<String> mistakes) {
        JsonNode properties = schema.path("properties");
        Schema inner = new Schema(root);
        for (Map.Entry<String, JsonNode> entry : value.properties()) {
            if (properties.has(entry.getKey())) {
                mistakes.addAll(
                        inner.mistakes(entry.getValue(), properties.get(entry.getKey()), path + "." + entry.getKey()));
            } else {
                mistakes.add(path + "." + entry.getKey() + ": unknown key");
            }
        }
        if (requires) {
            for (JsonNode key : schema.path("required")) {
                if (!value.has(key.asText())) {
                    mistakes.add(path + "." + key.asText() + ": is missing");
                }
            }
        }
    }

    private static boolean hasType(JsonNode value, String type) {
        return switch (type) {
            case "object" -> value.isObject();
            case "array" -> value.isArray();
            // The binder also accepts values as texts that YAML reads as numbers or truth values.
            case "string" -> value.isValueNode();
            case "number" -> value.isNumber();
            case "integer" -> value.isIntegralNumber();
            case "boolean" -> value.isBoolean();
            default -> true;
        };
    }
}
