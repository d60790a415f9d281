package org.spolia.jobs.tables;

/** Pieces of SQL text. */
public final class Sql {
    private Sql() {}

    /** A string literal of Spark SQL, where a backslash escapes. */
    public static String literal(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }

    /** The Spark statement that registers a table in a folder. */
    static String named(String table, String folder) {
        return "CREATE TABLE IF NOT EXISTS " + table + " USING delta LOCATION " + literal(folder);
    }

    /** A quoted column name, which may contain any characters. */
    static String identifier(String name) {
        return name.matches("\\w+") ? name : org.spolia.symbolic.export.Sql.quoted(name);
    }

    /** A string literal of the SQL standard, as DuckDB reads it. */
    static String standardLiteral(String text) {
        return "'" + text.replace("'", "''") + "'";
    }
}
