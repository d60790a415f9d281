package org.spolia.jobs.stages;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.spolia.jobs.tables.Relation;
import org.spolia.jobs.tables.ShardTable;
import org.spolia.jobs.tables.Table;
import org.spolia.jobs.tables.Warehouse;

/** An append-only table, a file of it in each batch. */
record TableInput(Relation table) implements RowInput {
    @Override
    public String name() {
        return table.tableName();
    }

    @Override
    public String id(Warehouse warehouse) {
        return warehouse.state(table).id();
    }

    @Override
    public String mark(Warehouse warehouse) {
        return warehouse.state(table).mark();
    }

    @Override
    public Dataset<Row> stream(Warehouse warehouse) {
        return warehouse.readFiles(table, 1);
    }

    @Override
    public Subject subject() {
        if (table instanceof ShardTable) {
            return Subject.FILE;
        }
        return table == Table.OBSERVATIONS ? Subject.DATASET : Subject.TRIAL;
    }

    @Override
    public String strangeness(Warehouse warehouse, String stage) {
        return "Table " + warehouse.folder(table) + " is not the one that stage " + stage
                + " has read so far: it was dropped and made anew";
    }
}
