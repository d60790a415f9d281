package org.spolia.jobs.tables;

import java.util.StringJoiner;
import java.util.function.Function;

/** Scripts that give the tables and views of a warehouse their names in other engines. */
public final class InitScripts {
    private InitScripts() {}

    /** For spark-sql and the thrift server, with Delta's extension and catalog configured. */
    public static String spark(WarehouseLocation warehouse) {
        return script(
                "-- Tables and views of " + warehouse + " for spark-sql and the thrift server.",
                table -> "CREATE TABLE IF NOT EXISTS " + table + " USING delta LOCATION "
                        + Sql.literal(warehouse + "/" + table));
    }

    /** For DuckDB, with its extension delta loaded. */
    public static String duckdb(WarehouseLocation warehouse) {
        return script(
                "-- Tables and views of " + warehouse + " for DuckDB. Before: INSTALL delta; LOAD delta;",
                table -> "CREATE OR REPLACE VIEW " + table + " AS SELECT * FROM delta_scan("
                        + Sql.standardLiteral(warehouse + "/" + table) + ")");
    }

    private static String script(String title, Function<Table, String> statement) {
        StringJoiner script = new StringJoiner(";\n", title + "\n", ";\n");
        for (Table table : Table.values()) {
            script.add(statement.apply(table));
        }
        for (View view : View.values()) {
            script.add(view.statement().replaceFirst("CREATE VIEW ", "CREATE OR REPLACE VIEW "));
        }
        return script.toString();
    }
}
