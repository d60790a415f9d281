package org.spolia.jobs.tables;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * A table whose columns come from the files of a data set, {@code simulations.NAME} or {@code surveys.NAME}. There is
 * one table for each data set, in a folder of its kind.
 *
 * @param kind the kind of its rows
 * @param name the name of the data set: lower-case letters, digits and underscores
 * @param schema columns, types and comments; moments of arrays, and arrays, have no statistics in Delta's log
 */
public record ShardTable(ShardKind kind, String name, StructType schema) implements Relation {
    @Override
    public String tableName() {
        return kind + "." + name;
    }

    @Override
    public String folderName() {
        return kind + "/" + name;
    }

    @Override
    public List<String> key() {
        return kind.key();
    }

    @Override
    public boolean inDigest() {
        return true;
    }

    /** The statement that a table of {@code schemas/tables} has as a file. */
    Definition definition() {
        Map<String, String> properties = new TreeMap<>(Map.of(
                Definition.SCHEMA_VERSION,
                kind.schemaVersion(),
                Definition.KEY,
                String.join(",", key()),
                "delta.minReaderVersion",
                "1",
                "delta.appendOnly",
                "true",
                "delta.dataSkippingStatsColumns",
                String.join(",", skippable())));
        StringBuilder statement = new StringBuilder("CREATE TABLE " + tableName() + " (\n");
        String columns = schema.toDDL().replace("\n", " ");
        statement.append(columns).append("\n)\nUSING delta\nCOMMENT ");
        statement.append(Sql.literal(kind.comment())).append("\nTBLPROPERTIES (\n");
        List<String> lines = new ArrayList<>();
        properties.forEach((key, value) -> lines.add("  '" + key + "' = " + Sql.literal(value)));
        statement.append(String.join(",\n", lines)).append("\n)");
        return new Definition(statement.toString(), columns, Map.copyOf(properties));
    }

    /** The plain columns before the first field, which are keys and parameters. Queries use them to select files. */
    private List<String> skippable() {
        List<String> columns = new ArrayList<>();
        for (StructField field : schema.fields()) {
            if (kind.isKeyOrParameter(field.name()) && !(field.dataType() instanceof ArrayType)) {
                columns.add(Sql.identifier(field.name()));
            }
        }
        return columns;
    }

    @Override
    public String toString() {
        return tableName();
    }
}
