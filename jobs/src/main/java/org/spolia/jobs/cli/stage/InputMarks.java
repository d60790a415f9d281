package org.spolia.jobs.cli.stage;

import java.util.ArrayList;
import java.util.List;
import org.spolia.jobs.pipeline.Stage;
import org.spolia.jobs.tables.Relation;
import org.spolia.jobs.tables.ShardKind;
import org.spolia.jobs.tables.Table;
import org.spolia.jobs.tables.Warehouse;

/** The state of the tables that a stage may read. */
final class InputMarks {
    private InputMarks() {}

    /** Returns the marks of the declared inputs of a stage, of further tables, and of all tables of data sets. */
    static List<String> of(Stage stage, List<Table> further, Warehouse warehouse) {
        List<Relation> inputs = new ArrayList<>(stage.info().inputs());
        inputs.addAll(further);
        for (ShardKind kind : ShardKind.values()) {
            inputs.addAll(warehouse.shardTables(kind));
        }
        return inputs.stream()
                .map(input -> input + " " + warehouse.state(input).mark())
                .toList();
    }
}
