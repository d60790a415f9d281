package org.spolia.experiment.binding;

import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.spolia.experiment.ExperimentException;
import org.spolia.experiment.Suggestion;
import org.spolia.symbolic.key.Flattened;
import org.spolia.symbolic.key.InvalidValueException;
import org.spolia.symbolic.key.Names;
import org.spolia.symbolic.key.NoKey;
import org.spolia.symbolic.key.Records;

/**
 * Binds a YAML tree to a record: keys to components, recursively. Unknown keys, missing keys, wrong types and values
 * that the record rejects cause an {@link ExperimentException} with file, line, key path, value and remedy.
 *
 * <p>Components may be texts, integers, numbers, booleans, enums, records, sealed interfaces of records, and lists of
 * these.
 */
final class Binder {
    private Binder() {}

    /** Returns the record that the document describes. {@code type} and all nested records must be public. */
    static <T> T bind(Node root, Class<T> type) {
        return type.cast(value(root, type, ""));
    }

    private static Object value(Node node, Type type, String path) {
        Type element = Shape.elementType(type);
        if (element != null) {
            return list(node, type, element, path);
        }
        Class<?> plain = (Class<?>) type;
        if (Shape.isTuple(plain)) {
            return tuple(node, plain, path);
        }
        if (plain.isRecord() || plain.isSealed()) {
            if (!(node instanceof Node.Mapping mapping)) {
                throw mismatch(node, path, plain);
            }
            return record(mapping, plain.isSealed() ? variant(mapping, plain, path) : plain, path);
        }
        if (!(node instanceof Node.Scalar scalar)) {
            throw mismatch(node, path, plain);
        }
        return Scalars.value(scalar, plain, path);
    }

    private static List<Object> list(Node node, Type type, Type element, String path) {
        if (!(node instanceof Node.Sequence sequence)) {
            throw mismatch(node, path, type);
        }
        List<Object> values = new ArrayList<>();
        for (Node item : sequence.items()) {
            values.add(value(item, element, path + "[" + values.size() + "]"));
        }
        return List.copyOf(values);
    }

    private static Object tuple(Node node, Class<?> type, String path) {
        RecordComponent[] components = type.getRecordComponents();
        if (!(node instanceof Node.Sequence sequence)) {
            throw mismatch(node, path, type);
        }
        if (sequence.items().size() != components.length) {
            throw node.place()
                    .mistake(path, "got " + sequence.items().size() + " elements; expected " + Shape.expectation(type));
        }
        Object[] arguments = new Object[components.length];
        for (int i = 0; i < arguments.length; i++) {
            arguments[i] = value(sequence.items().get(i), components[i].getGenericType(), path + "[" + i + "]");
        }
        return construct(node, type, arguments, path);
    }

    private static Class<?> variant(Node.Mapping mapping, Class<?> sealedType, String path) {
        Map<String, Class<?>> variants = Shape.variants(sealedType);
        for (Map.Entry<String, Class<?>> variant : variants.entrySet()) {
            if (mapping.entries().containsKey(variant.getKey())) {
                return variant.getValue();
            }
        }
        String keys = String.join("' or '", variants.keySet());
        for (String given : mapping.entries().keySet()) {
            String near = Suggestion.nearest(given, variants.keySet()).orElse("");
            if (!near.isEmpty()
                    && variants.values().stream()
                            .noneMatch(type -> Shape.keys(type).contains(given))) {
                throw mapping.entries()
                        .get(given)
                        .place()
                        .mistake(
                                Names.join(path, given), "unknown key; did you mean '" + Names.join(path, near) + "'?");
            }
        }
        throw mapping.place().mistake(path, "needs one of the keys '" + keys + "'");
    }

    private static Object record(Node.Mapping mapping, Class<?> type, String path) {
        refuseUnknownKeys(mapping, type, path);
        return components(mapping, type, path);
    }

    private static Object components(Node.Mapping mapping, Class<?> type, String path) {
        RecordComponent[] components = type.getRecordComponents();
        Object[] arguments = new Object[components.length];
        for (int i = 0; i < components.length; i++) {
            arguments[i] = component(mapping, components[i], arguments, path);
        }
        return construct(mapping, type, arguments, path);
    }

    private static Object component(Node.Mapping mapping, RecordComponent component, Object[] earlier, String path) {
        if (component.isAnnotationPresent(Flattened.class)) {
            return components(mapping, component.getType(), path);
        }
        if (component.isAnnotationPresent(NoKey.class)) {
            return Default.instance(component).orElseThrow();
        }
        String keyPath = Names.join(path, Names.key(component));
        Node given = mapping.entries().get(Names.key(component));
        if (given != null) {
            return value(given, component.getGenericType(), keyPath);
        }
        if (Default.isRequired(component)) {
            throw mapping.place().mistake(keyPath, "required key is missing; add it: " + Shape.description(component));
        }
        return Default.value(component, earlier, (node, target) -> value(node, target.getGenericType(), keyPath));
    }

    private static void refuseUnknownKeys(Node.Mapping mapping, Class<?> type, String path) {
        List<String> known = Shape.keys(type);
        mapping.entries().forEach((key, value) -> {
            if (!known.contains(key)) {
                throw value.place().mistake(Names.join(path, key), "unknown key; " + knownKey(key, type, path));
            }
        });
    }

    /** For a key that is one level too high, suggests the path with its section. */
    private static String knownKey(String key, Class<?> type, String path) {
        for (RecordComponent section : Shape.components(type)) {
            if (section.getType().isRecord() && Shape.keys(section.getType()).contains(key)) {
                return "did you mean '" + Names.join(path, Names.key(section) + "." + key) + "'?";
            }
        }
        List<String> known = Shape.keys(type);
        return Suggestion.nearest(key, known)
                .map(near -> "did you mean '" + Names.join(path, near) + "'?")
                .orElse("known keys: " + Suggestion.list(known));
    }

    private static Object construct(Node node, Class<?> type, Object[] arguments, String path) {
        try {
            return Records.of(type, arguments);
        } catch (InvalidValueException e) {
            throw KeyPath.of(e.path()).nearest(node).place().mistake(Names.join(path, e.path()), e.problem());
        }
    }

    static ExperimentException mismatch(Node node, String path, Type expected) {
        return node.place().mistake(path, "got " + node.description() + "; expected " + Shape.expectation(expected));
    }
}
