package org.spolia.jobs.tables;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.spark.sql.AnalysisException;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.TableIdentifier;
import org.apache.spark.sql.catalyst.catalog.CatalogTableType;

/** The names of tables and views in the catalog of a session. They refer to folders of a warehouse. */
final class SessionCatalog {
    private final SparkSession spark;
    private final Warehouse warehouse;

    SessionCatalog(SparkSession spark, Warehouse warehouse) {
        this.spark = spark;
        this.warehouse = warehouse;
    }

    /**
     * Makes the database of the warehouse the current one. Each warehouse has its own, so that one JVM may use several.
     */
    void useDatabase() {
        String database =
                "spolia_" + Integer.toHexString(warehouse.path(".").toString().hashCode());
        spark.sql("CREATE DATABASE IF NOT EXISTS " + database);
        spark.sql("USE " + database);
    }

    /** Registers tables and views. */
    void register(Names names) {
        useDatabase();
        for (Table table : names.tables()) {
            if (warehouse.state(table).exists()) {
                makeWay(table);
                name(table);
            } else {
                nameWithoutRows(table);
            }
        }
        Map<ShardKind, List<String>> shardTables = new EnumMap<>(ShardKind.class);
        for (ShardKind kind : names.kinds()) {
            List<ShardTable> tables = warehouse.shardTables(kind);
            makeRoom(kind);
            tables.forEach(this::name);
            shardTables.put(kind, tables.stream().map(ShardTable::name).toList());
        }
        names.views().forEach(view -> name(view, shardTables));
    }

    /** Registers a missing table, after a reset or in a warehouse of an older version, as a view without rows. */
    private void nameWithoutRows(Table table) {
        String columns = Arrays.stream(table.schema().fields())
                .map(column -> "CAST(NULL AS " + column.dataType().sql() + ") AS " + Sql.identifier(column.name()))
                .collect(Collectors.joining(", "));
        makeWay(table);
        spark.sql("DROP TABLE IF EXISTS " + table);
        spark.sql("CREATE VIEW " + table + " AS SELECT " + columns + " WHERE false");
    }

    /** Removes a view without rows, so that a table can have its name. */
    void makeWay(Table table) {
        if (isView(new TableIdentifier(table.tableName()))) {
            spark.sql("DROP VIEW " + table);
        }
    }

    private boolean isView(TableIdentifier name) {
        var catalog = ((org.apache.spark.sql.classic.SparkSession) spark)
                .sessionState()
                .catalog();
        try {
            return catalog.tableExists(name)
                    && catalog.getTableMetadata(name).tableType().equals(CatalogTableType.VIEW());
        } catch (AnalysisException e) {
            throw new IllegalStateException("Cannot look up " + name, e);
        }
    }

    /** Clears a database of the session, because its names belong to the last warehouse that was used. */
    void makeRoom(ShardKind kind) {
        spark.sql("DROP DATABASE IF EXISTS " + kind + " CASCADE");
        spark.sql("CREATE DATABASE " + kind);
    }

    private void name(Relation table) {
        spark.sql(Sql.named(table.tableName(), warehouse.folder(table)));
    }

    private void name(View view, Map<ShardKind, List<String>> shardTables) {
        if (view.growsWithTables() || !spark.catalog().tableExists(view.viewName())) {
            spark.sql(view.statement("CREATE OR REPLACE VIEW", shardTables));
        }
    }
}
