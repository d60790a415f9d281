package org.spolia.jobs.tables;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.delta.DeltaLog;
import org.apache.spark.sql.delta.DeltaOperations;
import org.apache.spark.sql.delta.OptimisticTransaction;
import org.apache.spark.sql.delta.actions.Action;
import org.apache.spark.sql.delta.actions.Metadata;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.spolia.experiment.ExperimentException;
import scala.Option;
import scala.jdk.javaapi.CollectionConverters;

/** Adds to the tables of a warehouse what they lack of this version's definitions. No row changes. */
public final class Migration {
    private final Warehouse warehouse;
    private final SparkSession spark;
    private final Consumer<String> report;

    private Migration(Warehouse warehouse, Consumer<String> report) {
        this.warehouse = warehouse;
        this.spark = warehouse.spark();
        this.report = report;
    }

    /**
     * Migrates every table, after checking all of them, and creates missing tables.
     *
     * @param report receives a line for each table that changes, and one at the end
     * @throws ExperimentException before anything is changed, if a table cannot be migrated
     */
    public static void run(Warehouse warehouse, Consumer<String> report) {
        new Migration(warehouse, report).run();
    }

    private void run() {
        List<Relation> tables = warehouse.relations();
        Map<Relation, SchemaDifference> differences = new LinkedHashMap<>();
        for (Relation table : tables) {
            SchemaDifference difference = warehouse.difference(table);
            if (!difference.isMigratable()) {
                warehouse.requireCurrent(table);
            }
            if (!difference.isNone()) {
                requireConditions(table);
                differences.put(table, difference);
            }
        }
        List<Table> missing = Arrays.stream(Table.values())
                .filter(table -> !tables.contains(table))
                .toList();
        differences.forEach(this::migrate);
        warehouse.create();
        missing.forEach(table -> report.accept(table + ": created"));
        report.accept((tables.size() - differences.size()) + " tables and all views were up to date");
    }

    /** In one commit, so that a killed migration has changed a table completely or not at all. */
    private void migrate(Relation table, SchemaDifference difference) {
        OptimisticTransaction delta =
                DeltaLog.forTable(spark, warehouse.folder(table)).startTransaction(Option.empty(), Option.empty());
        Metadata stored = delta.metadata();
        Map<String, String> properties = new TreeMap<>(CollectionConverters.asJava(stored.configuration()));
        warehouse.definition(table).properties().forEach((name, value) -> {
            if (SchemaDifference.isCompared(name)) {
                properties.put(name, value);
            }
        });
        Metadata migrated = stored.copy(
                stored.id(),
                stored.name(),
                stored.description(),
                stored.format(),
                table.schema().json(),
                stored.partitionColumns(),
                scala.collection.immutable.Map$.MODULE$.from(CollectionConverters.asScala(properties)),
                stored.createdTime());
        delta.updateMetadata(migrated, false);
        delta.commit(
                CollectionConverters.asScala(List.<Action>of()).toSeq(),
                new DeltaOperations.UpdateSchema(stored.schema(), table.schema()));
        warehouse.forget(table);
        report.accept(table + ": added " + String.join(", ", difference.additions()));
    }

    /** Rows of an older version may break a new constraint. */
    private void requireConditions(Relation table) {
        StructType stored = warehouse.state(table).schema();
        Map<String, String> properties = warehouse.state(table).properties();
        warehouse.definition(table).properties().forEach((name, value) -> {
            if (SchemaDifference.isConstraint(name) && !value.equals(properties.get(name))) {
                Dataset<Row> rows = warehouse.read(table);
                for (StructField column : table.schema().fields()) {
                    if (!Arrays.asList(stored.fieldNames()).contains(column.name())) {
                        rows = rows.withColumn(
                                column.name(), functions.lit(null).cast(column.dataType()));
                    }
                }
                if (!rows.filter("NOT coalesce((" + value + "), true)").isEmpty()) {
                    throw new ExperimentException("Table " + warehouse.folder(table)
                            + " cannot be migrated: it has rows"
                            + " that break the constraint " + value + "; use the Spolia that wrote them or another"
                            + " --warehouse, or drop the tables with spolia reset");
                }
            }
        });
    }
}
