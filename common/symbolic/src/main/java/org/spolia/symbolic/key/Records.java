package org.spolia.symbolic.key;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Map;

/** Access to records by the names of their components. */
public final class Records {
    private Records() {}

    /** Returns a copy of the record in which one component has another value. */
    public static <R extends Record> R with(R record, String component, Object value) {
        return with(record, Map.of(component, value));
    }

    /**
     * Returns a copy of the record in which some components have other values.
     *
     * @throws InvalidValueException if one is not within the limits of its {@link Key}
     */
    public static <R extends Record> R with(R record, Map<String, ?> changes) {
        RecordComponent[] components = record.getClass().getRecordComponents();
        Object[] values = new Object[components.length];
        int changed = 0;
        for (int i = 0; i < values.length; i++) {
            Object change = changes.get(components[i].getName());
            values[i] = change == null ? value(record, components[i]) : change;
            changed += change == null ? 0 : 1;
        }
        if (changed < changes.size()) {
            throw new IllegalArgumentException(
                    record.getClass().getSimpleName() + " has not all of the components " + changes.keySet());
        }
        @SuppressWarnings("unchecked") // Safe, because records are final: the class of a record of type R is R.
        Class<R> type = (Class<R>) record.getClass();
        return of(type, values);
    }

    /** The value of a component. */
    public static Object value(Record record, RecordComponent component) {
        try {
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("Record " + record.getClass().getName() + " must be public", e);
        }
    }

    /**
     * Creates a record whose values are checked against the limits of its components.
     *
     * @param values the values of all components, in their order
     * @throws InvalidValueException if one is not within its limits
     */
    public static <R> R of(Class<R> type, Object... values) {
        Limits.check(type, values);
        Class<?>[] parameters = Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class<?>[]::new);
        try {
            return type.getConstructor(parameters).newInstance(values);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof IllegalArgumentException refusal) {
                throw refusal;
            }
            throw new IllegalStateException("Constructor of " + type.getName() + " failed", e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("Record " + type.getName() + " must be public", e);
        }
    }
}
