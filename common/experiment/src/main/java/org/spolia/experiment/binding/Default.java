package org.spolia.experiment.binding;

import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.spolia.symbolic.key.Key;
import org.spolia.symbolic.key.Names;

/** The value of a component whose key is absent, from where the record states it: see {@link Key#byDefault}. */
final class Default {
    private Default() {}

    static boolean isRequired(RecordComponent component) {
        Key key = Shape.annotation(component);
        return key.byDefault().isEmpty()
                && key.sameAs().isEmpty()
                && instance(component).isEmpty();
    }

    /** The default as it is written in YAML. */
    static Optional<Node> node(RecordComponent component) {
        String text = Shape.annotation(component).byDefault();
        return text.isEmpty()
                ? Optional.empty()
                : Optional.of(YamlReader.readValue(text, "default of " + Shape.key(component)));
    }

    /** The default as the value of the same component in the record's {@code defaults()}. */
    static Optional<Object> instance(RecordComponent component) {
        Class<?> record = component.getDeclaringRecord();
        return Arrays.stream(record.getDeclaredMethods())
                .filter(method -> method.getName().equals("defaults") && method.getParameterCount() == 0)
                .findFirst()
                .map(method -> call(component.getAccessor(), call(method, null)));
    }

    /**
     * The value to use.
     *
     * @param earlier the values of the components before this one
     * @param bind binds a node to the component's type
     */
    static Object value(RecordComponent component, Object[] earlier, BiFunction<Node, RecordComponent, Object> bind) {
        String same = Shape.annotation(component).sameAs();
        if (!same.isEmpty()) {
            return earlier[Shape.keys(component.getDeclaringRecord()).indexOf(Names.kebab(same))];
        }
        return node(component)
                .map(node -> bind.apply(node, component))
                .or(() -> instance(component))
                .orElseThrow(() -> new IllegalStateException(component.getName() + " has no default"));
    }

    private static Object call(Method method, @Nullable Object target) {
        try {
            return method.invoke(target);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("Method " + method + " must be public and must not throw", e);
        }
    }
}
