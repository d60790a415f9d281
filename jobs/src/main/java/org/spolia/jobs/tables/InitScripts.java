package org.spolia.jobs.tables;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.function.BinaryOperator;
import java.util.stream.Stream;

/** Scripts that register the tables and views of a warehouse in other engines. */
public final class InitScripts {
    private InitScripts() {}

    /** The script for spark-sql and the thrift server, which need Delta's extension and catalog. */
    public static String spark(WarehouseLocation warehouse) {
        return script(
                "-- Tables and views of " + warehouse + " for spark-sql and the thrift server.",
                "DATABASE",
                "transform(",
                shardTables(warehouse),
                (name, folder) -> Sql.named(name, warehouse + "/" + folder));
    }

    /** The script for DuckDB, which needs its extension delta. */
    public static String duckdb(WarehouseLocation warehouse) {
        return script(
                "-- Tables and views of " + warehouse + " for DuckDB. Run first: INSTALL delta; LOAD delta;",
                "SCHEMA",
                "list_transform(",
                shardTables(warehouse),
                (name, folder) -> "CREATE OR REPLACE VIEW " + name + " AS SELECT * FROM delta_scan("
                        + Sql.standardLiteral(warehouse + "/" + folder) + ")");
    }

    /** The names of tables whose columns come from files, by kind; empty for a warehouse that is not local. */
    private static Map<ShardKind, List<String>> shardTables(WarehouseLocation warehouse) {
        Map<ShardKind, List<String>> tables = new EnumMap<>(ShardKind.class);
        for (ShardKind kind : ShardKind.values()) {
            Optional<Path> folder = warehouse.local().map(root -> root.resolve(kind.toString()));
            if (folder.filter(Files::isDirectory).isPresent()) {
                try (Stream<Path> inside = Files.list(folder.get())) {
                    tables.put(
                            kind,
                            inside.filter(table -> Files.isDirectory(table.resolve("_delta_log")))
                                    .map(table -> table.getFileName().toString())
                                    .sorted()
                                    .toList());
                } catch (IOException e) {
                    throw new UncheckedIOException("Cannot list " + folder.get(), e);
                }
            }
        }
        return tables;
    }

    private static String script(
            String title,
            String database,
            String transform,
            Map<ShardKind, List<String>> shardTables,
            BinaryOperator<String> statement) {
        StringJoiner script = new StringJoiner(";\n", title + "\n", ";\n");
        for (Table table : Table.values()) {
            script.add(statement.apply(table.tableName(), table.folderName()));
        }
        shardTables.forEach((kind, names) -> {
            script.add("CREATE " + database + " IF NOT EXISTS " + kind);
            names.forEach(name -> script.add(statement.apply(kind + "." + name, kind + "/" + name)));
        });
        for (View view : View.values()) {
            script.add(view.statement("CREATE OR REPLACE VIEW", shardTables).replace("transform(", transform));
        }
        return script.toString();
    }
}
