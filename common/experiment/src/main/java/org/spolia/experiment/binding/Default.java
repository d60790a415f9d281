package org.spolia.experiment.binding;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import org.spolia.symbolic.key.Key;
import org.spolia.symbolic.key.Names;
import org.spolia.symbolic.key.Records;

/** The default of a component whose key is absent; see {@link Key#byDefault}. */
final class Default {
    private Default() {}

    static boolean isRequired(RecordComponent component) {
        Key key = Shape.annotation(component);
        return key.byDefault().isEmpty()
                && key.sameAs().isEmpty()
                && instance(component).isEmpty();
    }

    /** A default in YAML. */
    static Optional<Node> node(RecordComponent component) {
        String text = Shape.annotation(component).byDefault();
        return text.isEmpty()
                ? Optional.empty()
                : Optional.of(YamlReader.readValue(text, "default of " + Names.key(component)));
    }

    /** A default that is the value of the component in the record's constant {@code DEFAULT}. */
    static Optional<Object> instance(RecordComponent component) {
        try {
            Record defaults =
                    (Record) component.getDeclaringRecord().getField("DEFAULT").get(null);
            return Optional.of(Records.value(Objects.requireNonNull(defaults), component));
        } catch (NoSuchFieldException e) {
            return Optional.empty();
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("The defaults of " + component.getDeclaringRecord() + " must be public", e);
        }
    }

    /**
     * Returns the default.
     *
     * @param earlier the values of the components before this one
     * @param bind binds a node to the component's type
     */
    static Object value(RecordComponent component, Object[] earlier, BiFunction<Node, RecordComponent, Object> bind) {
        String same = Shape.annotation(component).sameAs();
        if (!same.isEmpty()) {
            List<String> names = Arrays.stream(component.getDeclaringRecord().getRecordComponents())
                    .map(RecordComponent::getName)
                    .toList();
            return earlier[names.indexOf(same)];
        }
        return node(component)
                .map(node -> bind.apply(node, component))
                .or(() -> instance(component))
                .orElseThrow(() -> new IllegalStateException(component.getName() + " has no default"));
    }
}
