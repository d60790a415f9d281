package org.spolia.jobs.tables;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.SparkSession;

/** The names of tables and views in the catalog of a session, which stand for folders of a warehouse. */
final class SessionCatalog {
    private final SparkSession spark;
    private final Warehouse warehouse;

    SessionCatalog(SparkSession spark, Warehouse warehouse) {
        this.spark = spark;
        this.warehouse = warehouse;
    }

    /** Makes that of the warehouse the current database: each has one of its own, so that one JVM may work in several. */
    void useDatabase() {
        String database =
                "spolia_" + Integer.toHexString(warehouse.path(".").toString().hashCode());
        spark.sql("CREATE DATABASE IF NOT EXISTS " + database);
        spark.sql("USE " + database);
    }

    /** Gives tables that exist their names, and then, unless one is missing, the views. */
    void register(Names names) {
        useDatabase();
        boolean complete = true;
        for (Table table : names.tables()) {
            if (warehouse.state(table).exists()) {
                name(table);
            } else {
                complete = false;
            }
        }
        Map<ShardKind, List<String>> shardTables = new EnumMap<>(ShardKind.class);
        for (ShardKind kind : names.kinds()) {
            List<ShardTable> tables = warehouse.shardTables(kind);
            makeRoom(kind);
            tables.forEach(this::name);
            shardTables.put(kind, tables.stream().map(ShardTable::name).toList());
        }
        if (complete) {
            names.views().forEach(view -> name(view, shardTables));
        }
    }

    /** These databases are the session's, not the warehouse's: the names in them are those of the warehouse that was asked last. */
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
