package org.spolia.jobs.pages;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Map;

/** The keys of configuration files, from the checked-in schemas. */
final class ConfigurationReference {
    private static final Map<String, String> FILES = Map.of(
            "experiment",
            "An experiment",
            "problems",
            "A file of problems",
            "operator-sets",
            "A file of operator sets");

    private final String file;
    private final JsonNode root;
    private final StringBuilder text;

    private ConfigurationReference(String file, JsonNode root, StringBuilder text) {
        this.file = file;
        this.root = root;
        this.text = text;
    }

    static String text() throws IOException {
        StringBuilder text = new StringBuilder();
        for (String name : new String[] {"experiment", "problems", "operator-sets"}) {
            JsonNode root = new ObjectMapper()
                    .readTree(Page.ROOT
                            .resolve("schemas/" + name + ".schema.json")
                            .toFile());
            new ConfigurationReference(name, root, text).append();
        }
        return text.toString();
    }

    private void append() {
        text.append("\n## ").append(FILES.get(file)).append("\n\nSchema: [").append(file);
        text.append(".schema.json](../../schemas/").append(file).append(".schema.json).\n\n");
        keys(root);
        for (Map.Entry<String, JsonNode> definition : root.path("$defs").properties()) {
            if (isMapping(definition.getValue())) {
                text.append("\n### ").append(heading(definition.getKey())).append("\n\n");
                keys(definition.getValue());
            }
        }
    }

    private void keys(JsonNode definition) {
        text.append(Markdown.head("key", "type", "default", "meaning"));
        for (Map.Entry<String, JsonNode> key : definition.path("properties").properties()) {
            JsonNode value = key.getValue();
            boolean required = definition.path("required").toString().contains("\"" + key.getKey() + "\"");
            text.append(Markdown.row(
                    Markdown.code(key.getKey()),
                    type(value),
                    required ? "required" : standard(value),
                    value.path("description").asText()));
        }
    }

    /** Long defaults are those of the definition that the type links to. */
    private static String standard(JsonNode key) {
        String value = key.path("default").toString();
        return key.has("$ref") ? "" : Markdown.code(value.equals("\"\"") ? "" : value);
    }

    private String type(JsonNode value) {
        if (value.has("$ref")) {
            String name = value.get("$ref").asText().replaceFirst(".*/", "");
            JsonNode definition = root.path("$defs").path(name);
            return isMapping(definition) ? "[" + name + "](#" + heading(name) + ")" : tuple(definition);
        }
        if (value.has("enum")) {
            StringBuilder names = new StringBuilder();
            value.get("enum")
                    .forEach(name -> names.append(names.isEmpty() ? "" : ", ").append(Markdown.code(name.asText())));
            return names.toString();
        }
        if (value.has("oneOf")) {
            StringBuilder names = new StringBuilder();
            value.get("oneOf")
                    .forEach(one -> names.append(names.isEmpty() ? "" : " or ").append(type(one)));
            return names.toString();
        }
        return switch (value.path("type").asText()) {
            case "array" -> value.path("items").isObject() ? "list of " + type(value.get("items")) : "list";
            case "string" -> "text";
            case "boolean" -> "true or false";
            default -> value.path("type").asText() + range(value);
        };
    }

    private static String range(JsonNode value) {
        String from = value.has("exclusiveMinimum")
                ? " > " + value.get("exclusiveMinimum").asText()
                : value.has("minimum") ? " ≥ " + value.get("minimum").asText() : "";
        String to = value.has("exclusiveMaximum")
                ? " < " + value.get("exclusiveMaximum").asText()
                : value.has("maximum") ? " ≤ " + value.get("maximum").asText() : "";
        return from + (from.isEmpty() || to.isEmpty() ? "" : ",") + to;
    }

    private static boolean isMapping(JsonNode definition) {
        return definition.path("type").asText().equals("object");
    }

    private static String tuple(JsonNode definition) {
        StringBuilder names = new StringBuilder();
        definition
                .path("prefixItems")
                .forEach(part -> names.append(names.isEmpty() ? "" : ", ")
                        .append(part.path("description").asText()));
        return "[" + names + "]";
    }

    /** Two schemas may have a definition of the same name. */
    private String heading(String definition) {
        return file.equals("operator-sets") ? "file-" + definition : definition;
    }
}
