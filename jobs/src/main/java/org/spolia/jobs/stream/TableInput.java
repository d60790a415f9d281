package org.spolia.jobs.stream;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.spolia.jobs.stage.Subject;
import org.spolia.jobs.tables.Relation;
import org.spolia.jobs.tables.ShardTable;
import org.spolia.jobs.tables.Table;
import org.spolia.jobs.tables.Warehouse;

/** An append-only table, read one file a batch. */
public record TableInput(Relation table) implements RelationInput {
    @Override
    public Dataset<Row> stream(Warehouse warehouse) {
        return warehouse.readFiles(table, 1);
    }

    @Override
    public Subject subject() {
        if (table instanceof ShardTable || table.equals(Table.FEATURES)) {
            return Subject.FILE;
        }
        return table.equals(Table.OBSERVATIONS) ? Subject.DATASET : Subject.TRIAL;
    }
}
