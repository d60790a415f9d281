package org.spolia.jobs.tables;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * A table whose columns are those of the files that it was made from, {@code simulations.NAME} or {@code surveys.NAME}: such tables are
 * as many as data sets, and each lies in a folder of its kind.
 *
 * @param kind what its rows are
 * @param name of the data set: letters in lower case, digits and underscores
 * @param schema columns, types and comments; those with a moment of an array, and arrays, have no statistics in Delta's log
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

    /** The statement that a table of the folder {@code schemas/tables} has as a file. */
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

    /** Keys and parameters, by which files are chosen: the plain columns before the first field. */
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
