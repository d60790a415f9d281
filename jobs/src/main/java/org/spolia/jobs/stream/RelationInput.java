package org.spolia.jobs.stream;

import org.spolia.jobs.tables.Relation;
import org.spolia.jobs.tables.Warehouse;

/** The rows of a table of the warehouse. It remains the same input while the table keeps its id. */
public interface RelationInput extends RowInput {
    Relation table();

    @Override
    default String name() {
        return table().tableName();
    }

    @Override
    default String id(Warehouse warehouse) {
        return warehouse.state(table()).id();
    }

    @Override
    default String mark(Warehouse warehouse) {
        return warehouse.state(table()).mark();
    }

    @Override
    default String identityMismatch(Warehouse warehouse, String stage) {
        return "Table " + warehouse.folder(table()) + " is not the one that stage " + stage
                + " has read so far: it was dropped and created again";
    }
}
