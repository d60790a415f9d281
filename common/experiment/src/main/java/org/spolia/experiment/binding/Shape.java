package org.spolia.experiment.binding;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.spolia.experiment.Suggestion;
import org.spolia.symbolic.key.Flattened;
import org.spolia.symbolic.key.Key;
import org.spolia.symbolic.key.Names;
import org.spolia.symbolic.key.NoKey;

/** The external form of the types of a configuration: keys, variants, constants, and their descriptions in messages. */
final class Shape {
    private Shape() {}

    /** Returns the components that are keys of a record. A flattened record is replaced by its components. */
    static List<RecordComponent> components(Class<?> record) {
        return Arrays.stream(record.getRecordComponents())
                .filter(component -> !component.isAnnotationPresent(NoKey.class))
                .flatMap(component -> component.isAnnotationPresent(Flattened.class)
                        ? components(component.getType()).stream()
                        : Stream.of(component))
                .toList();
    }

    static List<String> keys(Class<?> record) {
        return components(record).stream().map(Names::key).toList();
    }

    static String description(RecordComponent component) {
        return annotation(component).value();
    }

    static Key annotation(RecordComponent component) {
        Key key = component.getAnnotation(Key.class);
        if (key == null) {
            throw new IllegalStateException(component.getDeclaringRecord().getSimpleName() + "." + component.getName()
                    + " has no @Key; every component of a configuration needs one");
        }
        return key;
    }

    /** Returns whether values of this type are written as a list of the record's components. */
    static boolean isTuple(Class<?> type) {
        return type.isRecord() && type.isAnnotationPresent(FromList.class);
    }

    /** Returns the element type of a {@code List<...>}; null for any other type. */
    static @Nullable Type elementType(Type type) {
        return type instanceof ParameterizedType list && list.getRawType() == List.class
                ? list.getActualTypeArguments()[0]
                : null;
    }

    /** Returns the records of a sealed interface, by the key that identifies each. */
    static Map<String, Class<?>> variants(Class<?> sealedType) {
        Map<String, Class<?>> variants = new LinkedHashMap<>();
        for (Class<?> variant : sealedType.getPermittedSubclasses()) {
            variants.put(variant.getAnnotation(ChosenBy.class).value(), variant);
        }
        return variants;
    }

    static List<String> constants(Class<?> enumType) {
        return Arrays.stream(enumType.getEnumConstants())
                .map(constant -> Names.kebab((Enum<?>) constant))
                .toList();
    }

    /** Describes a value of this type in a message. */
    static String expectation(Type type) {
        Type element = elementType(type);
        if (element != null) {
            return "a list, such as [" + example(element) + "]";
        }
        Class<?> plain = (Class<?>) type;
        if (isTuple(plain)) {
            return "a list [" + String.join(", ", keys(plain)) + "]";
        }
        if (plain.isRecord()) {
            return "a map with the keys " + Suggestion.list(keys(plain));
        }
        if (plain.isSealed()) {
            return "a map with the key " + String.join(" or ", variants(plain).keySet());
        }
        if (plain.isEnum()) {
            return "one of " + Suggestion.list(constants(plain));
        }
        if (plain == String.class) {
            return "text";
        }
        if (plain == boolean.class) {
            return "true or false";
        }
        return isInteger(plain) ? "a whole number" : "a number";
    }

    static boolean isInteger(Class<?> type) {
        return type == long.class || type == Long.class || type == int.class || type == Integer.class;
    }

    private static String example(Type type) {
        if (!(type instanceof Class<?> plain) || plain.isRecord() || plain.isSealed()) {
            return "…";
        }
        if (plain.isEnum()) {
            return String.join(", ", constants(plain));
        }
        if (plain == String.class) {
            return "a, b";
        }
        return isInteger(plain) ? "0, 1" : "0.0, 0.1";
    }
}
