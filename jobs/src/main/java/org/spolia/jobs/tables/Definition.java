package org.spolia.jobs.tables;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.spark.sql.types.StructType;

/**
 * A parsed CREATE TABLE statement of {@code schemas/tables}.
 *
 * @param statement the unchanged statement of the file
 * @param columns the columns, one a line
 * @param properties the table properties, including Delta's
 */
public record Definition(String statement, String columns, Map<String, String> properties) {
    public static final String SCHEMA_VERSION = "spolia.schema.version";
    static final String KEY = "spolia.key";

    private static final Pattern COLUMNS =
            Pattern.compile("\\ACREATE TABLE \\w+ \\(\\R(.*?)\\R\\)\\RUSING delta\\R", Pattern.DOTALL);
    private static final Pattern PROPERTY = Pattern.compile("^ {2}'([\\w.]+)' = '((?:[^']|'')*)'", Pattern.MULTILINE);

    private static final Map<Table, Definition> KNOWN = new ConcurrentHashMap<>();
    private static final Map<String, StructType> SCHEMAS = new ConcurrentHashMap<>();

    /** The definition of a table. */
    static Definition of(Table table) {
        return KNOWN.computeIfAbsent(
                table, asked -> parse(Resource.read("schemas/tables/" + asked.tableName() + ".sql")));
    }

    static Definition parse(String statement) {
        Matcher columns = COLUMNS.matcher(statement);
        if (!columns.find()) {
            throw new IllegalStateException("No CREATE TABLE … USING delta statement: " + statement);
        }
        Map<String, String> properties = new TreeMap<>();
        PROPERTY.matcher(statement.substring(columns.end()))
                .results()
                .forEach(match -> properties.put(match.group(1), match.group(2).replace("''", "'")));
        return new Definition(statement.strip(), columns.group(1), Collections.unmodifiableMap(properties));
    }

    /** The columns with their comments, from Spark's parser, which takes a second to load. */
    StructType schema() {
        return SCHEMAS.computeIfAbsent(columns, StructType::fromDDL);
    }

    /** The names of the columns, without Spark's parser. */
    public List<String> columnNames() {
        return columns.lines().map(line -> line.strip().split("\\s", 2)[0]).toList();
    }

    /** Returns the statement that creates the table in this folder. */
    String createAt(String folder) {
        return statement.replaceFirst(
                "\\RUSING delta\\R", Matcher.quoteReplacement("\nUSING delta\nLOCATION " + Sql.literal(folder) + "\n"));
    }

    public String schemaVersion() {
        return property(SCHEMA_VERSION);
    }

    /** The columns that identify rows, in the order of sorting. */
    List<String> key() {
        return List.of(property(KEY).split(",", -1));
    }

    /** Whether equal experiments have equal rows in this table; false for tables with times. */
    public boolean inDigest() {
        return !"false".equals(properties.get("spolia.digest"));
    }

    private String property(String name) {
        String value = properties.get(name);
        if (value == null) {
            throw new IllegalStateException("Property '" + name + "' is missing: " + statement);
        }
        return value;
    }
}
