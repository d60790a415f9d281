package org.spolia.jobs.tables;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;
import org.spolia.experiment.ExperimentException;

/**
 * The difference between a table of a warehouse and its definition. Nullable columns, constraints and properties can be
 * added to existing rows; any other difference needs other rows.
 *
 * @param found the schema version of the stored table; empty if it has none
 * @param expected the schema version of the definition
 * @param additions what {@link Migration} can add, in words
 * @param conflicts what cannot be added, in words
 */
public record SchemaDifference(String found, String expected, List<String> additions, List<String> conflicts) {
    private static final String CONSTRAINT = "delta.constraints.";
    private static final String OURS = "spolia.";
    private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");

    public static SchemaDifference between(
            StructType stored, Map<String, String> properties, Relation table, Definition definition) {
        String found = properties.getOrDefault(Definition.SCHEMA_VERSION, "");
        List<String> additions = new ArrayList<>();
        List<String> conflicts = new ArrayList<>();
        StructType defined = table.schema();
        Map<String, StructField> columns = new LinkedHashMap<>();
        Arrays.stream(stored.fields()).forEach(column -> columns.put(column.name(), column));
        for (StructField column : defined.fields()) {
            compare(Optional.ofNullable(columns.remove(column.name())), column, additions, conflicts);
        }
        columns.keySet().forEach(name -> conflicts.add("it has an unknown column " + name));
        if (additions.isEmpty() && conflicts.isEmpty() && !Arrays.equals(stored.fieldNames(), defined.fieldNames())) {
            additions.add("the order of the columns");
        }
        definition
                .properties()
                .forEach((name, value) -> compare(name, properties.get(name), value, additions, conflicts));
        return new SchemaDifference(found, definition.schemaVersion(), additions, conflicts);
    }

    private static void compare(
            Optional<StructField> stored, StructField column, List<String> additions, List<String> conflicts) {
        String name = column.name();
        if (stored.isEmpty() && column.nullable()) {
            additions.add("column " + name);
        } else if (stored.isEmpty()) {
            conflicts.add("it lacks column " + name + ", which needs values");
        } else if (!stored.get().dataType().equals(column.dataType())) {
            conflicts.add(
                    "its column " + name + " is " + stored.get().dataType().sql() + " instead of "
                            + column.dataType().sql());
        } else if (stored.get().nullable() && !column.nullable()) {
            conflicts.add("its column " + name + " may be NULL");
        } else if (!stored.get().nullable() && column.nullable()) {
            additions.add("NULL in column " + name);
        }
    }

    private static void compare(
            String property, @Nullable String stored, String value, List<String> additions, List<String> conflicts) {
        if (value.equals(stored)) {
            return;
        }
        if (property.equals(Definition.KEY) && stored != null) {
            conflicts.add("its rows differ in " + stored + " instead of " + value);
        } else if (isConstraint(property)) {
            additions.add("constraint " + property.substring(CONSTRAINT.length()));
        } else if (isCompared(property)) {
            additions.add("property " + property);
        }
    }

    /** Returns whether a property belongs to Spolia or is a constraint. Users may choose all others. */
    static boolean isCompared(String property) {
        return property.startsWith(OURS) || isConstraint(property);
    }

    static boolean isConstraint(String property) {
        return property.startsWith(CONSTRAINT);
    }

    /** Returns whether the table agrees with its definition. */
    boolean isNone() {
        return additions.isEmpty() && conflicts.isEmpty();
    }

    /** Returns whether {@link Migration} can make the table agree with its definition. */
    boolean isMigratable() {
        return conflicts.isEmpty() && !isNewer();
    }

    private boolean isNewer() {
        return NUMBER.matcher(found).matches() && Integer.parseInt(found) > Integer.parseInt(expected);
    }

    /**
     * Checks that the table agrees with its definition.
     *
     * @param folder the folder of the table, for the message
     * @param migrate the command that migrates its warehouse
     * @throws ExperimentException if it does not agree
     */
    public void refuse(String folder, String migrate) {
        if (isNone()) {
            return;
        }
        String versions = "Table " + folder + " has schema version " + (found.isEmpty() ? "none" : found)
                + ", but this Spolia needs " + expected;
        if (isNewer()) {
            throw new ExperimentException(
                    versions + "; a newer Spolia wrote it: use that version or another --warehouse, or"
                            + " drop the tables with spolia reset");
        }
        if (!conflicts.isEmpty()) {
            throw new ExperimentException(versions + "; it cannot be migrated, because " + conflicts.get(0)
                    + ": use the Spolia that wrote it or another --warehouse, or drop the tables with spolia reset");
        }
        throw new ExperimentException(
                versions + "; it lacks " + String.join(", ", missing()) + ": migrate it with " + migrate);
    }

    /** The missing additions. The version is named only if nothing else is missing. */
    private Set<String> missing() {
        Set<String> missing = new LinkedHashSet<>(additions);
        if (missing.size() > 1) {
            missing.remove("property " + Definition.SCHEMA_VERSION);
        }
        return missing;
    }
}
