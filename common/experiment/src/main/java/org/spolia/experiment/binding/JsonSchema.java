package org.spolia.experiment.binding;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.spolia.symbolic.expression.Decimal;
import org.spolia.symbolic.key.Key;
import org.spolia.symbolic.key.Names;
import org.spolia.symbolic.key.SchemaName;

/**
 * The JSON Schema (2020-12) of a configuration record, for editors and other programs. It describes what {@link Binder}
 * accepts.
 */
public final class JsonSchema {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final ObjectNode definitions = JSON.objectNode();

    private JsonSchema() {}

    /** Returns the schema of the record, ending in a newline. Equal records give equal texts. */
    public static String of(Class<? extends Record> type, String title) {
        return of(type, title, Map.of());
    }

    /**
     * Returns the schema with further restrictions.
     *
     * @param choices the allowed elements of lists, by the key of the list
     */
    public static String of(Class<? extends Record> type, String title, Map<String, List<String>> choices) {
        JsonSchema schema = new JsonSchema();
        ObjectNode root = JSON.objectNode();
        root.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        root.put("title", title);
        root.setAll(schema.record(type));
        choices.forEach((key, texts) -> {
            ObjectNode items = (ObjectNode) root.at("/properties/" + key + "/items");
            items.removeAll();
            texts.forEach(items.putArray("enum")::add);
        });
        if (!schema.definitions.isEmpty()) {
            root.set("$defs", schema.definitions);
        }
        return print(root);
    }

    private ObjectNode record(Class<?> type) {
        ObjectNode schema = JSON.objectNode();
        schema.put("type", "object");
        ObjectNode properties = schema.putObject("properties");
        ArrayNode required = JSON.arrayNode();
        for (RecordComponent component : Shape.components(type)) {
            properties.set(Names.key(component), property(component));
            if (Default.isRequired(component)) {
                required.add(Names.key(component));
            }
        }
        if (!required.isEmpty()) {
            schema.set("required", required);
        }
        schema.put("additionalProperties", false);
        return schema;
    }

    private ObjectNode property(RecordComponent component) {
        Key key = Shape.annotation(component);
        ObjectNode property = JSON.objectNode();
        property.put("description", key.value());
        property.setAll(value(component.getGenericType(), key));
        Default.node(component)
                .map(JsonSchema::json)
                .or(() -> Default.instance(component).map(JsonSchema::json))
                .ifPresent(value -> property.set("default", value));
        return property;
    }

    private ObjectNode value(Type type, Key key) {
        Type element = Shape.elementType(type);
        if (element != null) {
            return list(element, key);
        }
        Class<?> plain = (Class<?>) type;
        ObjectNode schema = JSON.objectNode();
        if (plain.isRecord()) {
            return schema.put("$ref", define(plain));
        }
        if (plain.isSealed()) {
            ArrayNode variants = schema.putArray("oneOf");
            Shape.variants(plain)
                    .values()
                    .forEach(variant -> variants.addObject().put("$ref", define(variant)));
            return schema;
        }
        if (plain.isEnum()) {
            ArrayNode constants = schema.putArray("enum");
            Shape.constants(plain).forEach(constants::add);
            return schema;
        }
        if (plain == boolean.class) {
            return schema.put("type", "boolean");
        }
        return plain == String.class ? text(schema, key) : number(schema, plain, key);
    }

    private ObjectNode list(Type element, Key key) {
        ObjectNode schema = JSON.objectNode();
        schema.put("type", "array");
        if (key.minItems() > 0) {
            schema.put("minItems", key.minItems());
        }
        if (key.distinct()) {
            schema.put("uniqueItems", true);
        }
        schema.set("items", value(element, key));
        return schema;
    }

    private static ObjectNode text(ObjectNode schema, Key key) {
        schema.put("type", "string");
        if (!key.pattern().isEmpty()) {
            schema.put("pattern", "^(?:" + key.pattern() + ")$");
        }
        return schema;
    }

    private static ObjectNode number(ObjectNode schema, Class<?> type, Key key) {
        schema.put("type", Shape.isInteger(type) ? "integer" : "number");
        BiConsumer<String, Double> limit = (name, value) -> {
            if (Double.isFinite(value)) {
                schema.put(name, decimal(value));
            }
        };
        limit.accept("minimum", key.atLeast());
        limit.accept("exclusiveMinimum", key.above());
        limit.accept("maximum", key.atMost());
        limit.accept("exclusiveMaximum", key.below());
        return schema;
    }

    private String define(Class<?> type) {
        SchemaName given = type.getAnnotation(SchemaName.class);
        String name = given == null ? Names.kebab(type.getSimpleName()) : given.value();
        if (!definitions.has(name)) {
            // The entry is added before its content, so that a record may contain itself.
            definitions.putObject(name).setAll(Shape.isTuple(type) ? tuple(type) : record(type));
        }
        return "#/$defs/" + name;
    }

    private ObjectNode tuple(Class<?> type) {
        ObjectNode schema = JSON.objectNode();
        schema.put("type", "array");
        ArrayNode items = schema.putArray("prefixItems");
        for (RecordComponent component : type.getRecordComponents()) {
            items.add(property(component));
        }
        schema.put("items", false);
        return schema.put("minItems", items.size());
    }

    private static JsonNode json(Node node) {
        if (node instanceof Node.Sequence sequence) {
            ArrayNode array = JSON.arrayNode();
            sequence.items().forEach(item -> array.add(json(item)));
            return array;
        }
        if (node instanceof Node.Mapping mapping) {
            ObjectNode object = JSON.objectNode();
            mapping.entries().forEach((key, value) -> object.set(key, json(value)));
            return object;
        }
        Node.Scalar scalar = (Node.Scalar) node;
        return switch (ScalarKind.of(scalar)) {
            case TEXT -> JSON.textNode(scalar.text());
            case INTEGER, DECIMAL -> JSON.numberNode(new BigDecimal(scalar.text()));
            case TRUTH -> JSON.booleanNode(Boolean.parseBoolean(scalar.text()));
            case NOTHING -> JSON.nullNode();
        };
    }

    private static JsonNode json(Object value) {
        if (value instanceof List<?> list) {
            ArrayNode array = JSON.arrayNode();
            list.forEach(item -> array.add(json(item)));
            return array;
        }
        if (value instanceof Record) {
            // Its keys have their own defaults.
            return JSON.objectNode();
        }
        if (value instanceof Enum<?> constant) {
            return JSON.textNode(Names.kebab(constant));
        }
        if (value instanceof Boolean truth) {
            return JSON.booleanNode(truth);
        }
        if (value instanceof Double number) {
            return JSON.numberNode(decimal(number));
        }
        return value instanceof Number number
                ? JSON.numberNode(number.longValue())
                : JSON.textNode(String.valueOf(value));
    }

    private static BigDecimal decimal(double value) {
        return new BigDecimal(Decimal.shortest(value));
    }

    /** Fixed line ends and indents make the file independent of the platform. */
    private static String print(ObjectNode root) {
        DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
        DefaultPrettyPrinter printer =
                new DefaultPrettyPrinter().withObjectIndenter(indenter).withArrayIndenter(indenter);
        try {
            return new ObjectMapper().writer(printer).writeValueAsString(root) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A tree in memory could not be printed", e);
        }
    }
}
