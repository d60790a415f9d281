package org.spolia.jobs.tables;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Converts records to rows and rows to records, by the names of their components: {@code trialId} is the column {@code
 * trial_id}.
 *
 * <p>Enums become their names in lower case, lists and arrays become arrays, maps become maps, and {@link Instant}
 * becomes a timestamp.
 */
public final class RecordRows {
    /** By column name, because a class copies its components on each request. */
    private static final ClassValue<Map<String, Method>> COMPONENTS = new ClassValue<>() {
        @Override
        protected Map<String, Method> computeValue(Class<?> type) {
            Map<String, Method> components = new HashMap<>();
            for (RecordComponent component : type.getRecordComponents()) {
                components.put(plain(component.getName()), component.getAccessor());
            }
            return components;
        }
    };

    private RecordRows() {}

    /**
     * Returns the row of a table for a record. Every column must have a component; components without a column are left
     * out.
     */
    public static Row toRow(Record record, StructType schema) {
        Map<String, Method> components = COMPONENTS.get(record.getClass());
        Object[] values = new Object[schema.length()];
        String[] columns = schema.fieldNames();
        for (int i = 0; i < values.length; i++) {
            Method component = components.get(plain(columns[i]));
            if (component == null) {
                throw new IllegalStateException(
                        record.getClass().getSimpleName() + " has no component for column " + columns[i]);
            }
            values[i] = toColumn(read(component, record));
        }
        return RowFactory.create(values);
    }

    /** Returns the rows of a table for records. */
    public static List<Row> toRows(List<? extends Record> records, StructType schema) {
        return records.stream().map(record -> toRow(record, schema)).toList();
    }

    /** Returns the record for a row. Every component must have a column; columns without a component are left out. */
    public static <T extends Record> T toRecord(Row row, Class<T> type) {
        Map<String, Integer> columns = new HashMap<>();
        String[] names = row.schema().fieldNames();
        for (int i = 0; i < names.length; i++) {
            columns.put(plain(names[i]), i);
        }
        RecordComponent[] components = type.getRecordComponents();
        @Nullable Object[] arguments = new Object[components.length];
        for (int i = 0; i < components.length; i++) {
            Integer column = columns.get(plain(components[i].getName()));
            if (column == null) {
                throw new IllegalStateException(
                        "No column for component " + components[i].getName() + " of " + type.getSimpleName());
            }
            arguments[i] = toComponent(row.get(column), components[i].getType());
        }
        return construct(type, components, arguments);
    }

    /** A common spelling of both conventions. */
    static String plain(String name) {
        return name.replace("_", "").toLowerCase(Locale.ROOT);
    }

    private static @Nullable Object read(Method component, Record record) {
        try {
            return component.invoke(record);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("Cannot read " + component, e);
        }
    }

    private static @Nullable Object toColumn(@Nullable Object value) {
        if (value instanceof List<?> list) {
            return list.stream().map(RecordRows::toColumn).toArray();
        }
        if (value instanceof Map<?, ?> map) {
            // Sorted, so that equal maps are also equal bytes in the files.
            return CollectionConverters.asScala(new TreeMap<>(map));
        }
        if (value instanceof Enum<?> constant) {
            return constant.name().toLowerCase(Locale.ROOT);
        }
        return value instanceof Instant instant ? Timestamp.from(instant) : value;
    }

    private static @Nullable Object toComponent(@Nullable Object value, Class<?> type) {
        if (value instanceof scala.collection.Map<?, ?> map) {
            return Collections.unmodifiableMap(new TreeMap<>(CollectionConverters.asJava(map)));
        }
        if (value instanceof scala.collection.Seq<?> sequence) {
            return toSequence(CollectionConverters.asJava(sequence), type);
        }
        if (value instanceof Timestamp timestamp) {
            return timestamp.toInstant();
        }
        if (type.isEnum() && value instanceof String name) {
            return Arrays.stream(type.getEnumConstants())
                    .filter(constant -> ((Enum<?>) constant).name().equalsIgnoreCase(name))
                    .findFirst()
                    .orElseThrow(
                            () -> new IllegalStateException("Unknown " + type.getSimpleName() + " '" + name + "'"));
        }
        return value;
    }

    private static Object toSequence(List<?> elements, Class<?> type) {
        if (type == double[].class) {
            return elements.stream().mapToDouble(element -> (Double) element).toArray();
        }
        if (type == float[].class) {
            float[] numbers = new float[elements.size()];
            for (int i = 0; i < numbers.length; i++) {
                numbers[i] = (Float) elements.get(i);
            }
            return numbers;
        }
        if (type == short[].class) {
            short[] numbers = new short[elements.size()];
            for (int i = 0; i < numbers.length; i++) {
                numbers[i] = (Short) elements.get(i);
            }
            return numbers;
        }
        if (type == double[][].class) {
            return elements.stream()
                    .map(element -> (double[])
                            toSequence(CollectionConverters.asJava((scala.collection.Seq<?>) element), double[].class))
                    .toArray(double[][]::new);
        }
        return Collections.unmodifiableList(new ArrayList<>(elements));
    }

    private static <T> T construct(Class<T> type, RecordComponent[] components, @Nullable Object[] arguments) {
        try {
            Constructor<T> constructor = type.getDeclaredConstructor(
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class[]::new));
            return constructor.newInstance(arguments);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("Cannot create " + type.getSimpleName() + " from a row", e);
        }
    }
}
