package org.spolia.jobs.reset;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.fs.Path;
import org.spolia.jobs.pipeline.Stage;
import org.spolia.jobs.pipeline.Stages;
import org.spolia.jobs.stage.Leftover;
import org.spolia.jobs.stream.Checkpoint;
import org.spolia.jobs.tables.Relation;
import org.spolia.jobs.tables.Table;
import org.spolia.jobs.tables.Warehouse;

/**
 * Removes the output of stages for the whole warehouse: their tables, checkpoints and attempts. The next reset finishes
 * a killed one; until then the stages refuse to start.
 */
public final class StageReset {
    private final Warehouse warehouse;
    private final List<Stage> stages;

    private StageReset(Warehouse warehouse, List<Stage> stages) {
        this.warehouse = warehouse;
        this.stages = stages;
    }

    /** Creates the reset of this stage and all stages that depend on it, or of every stage if none is given. */
    public static StageReset of(Warehouse warehouse, Optional<Stage> stage) {
        return new StageReset(warehouse, stage.map(Stages::withDownstream).orElseGet(Stages::all));
    }

    /** Lists what would be removed, one line for each item. */
    public List<String> preview() {
        List<String> lines = new ArrayList<>();
        leftovers().forEach(leftover -> lines.add(leftover.kind() + " " + leftover.shown()));
        tables().forEach(table -> lines.add("table " + warehouse.folder(table)));
        checkpoints().forEach(folder -> lines.add("checkpoint " + folder));
        if (!everything() && warehouse.state(Table.ATTEMPTS).exists()) {
            lines.add("rows of " + String.join(", ", names()) + " in table " + warehouse.folder(Table.ATTEMPTS));
        }
        return lines;
    }

    public void run() {
        leftovers().forEach(leftover -> warehouse.remove(leftover.removed()));
        tables().forEach(warehouse::drop);
        checkpoints().forEach(warehouse::remove);
        if (!everything() && warehouse.state(Table.ATTEMPTS).exists()) {
            warehouse.delete(Table.ATTEMPTS, "stage", names());
        }
    }

    private List<Leftover> leftovers() {
        return stages.stream()
                .flatMap(stage -> stage.leftovers(warehouse).stream())
                .toList();
    }

    private boolean everything() {
        return stages.size() == Stages.all().size();
    }

    /** The last tables come first, so that a killed reset leaves no table without its input table. */
    private List<Relation> tables() {
        List<Relation> tables = new ArrayList<>();
        for (Table table : Table.values()) {
            boolean affected =
                    stages.stream().anyMatch(stage -> stage.info().writes().contains(table));
            if ((affected || everything()) && warehouse.state(table).exists()) {
                tables.add(0, table);
            }
        }
        stages.forEach(stage -> tables.addAll(stage.furtherTables(warehouse)));
        return tables;
    }

    private List<Path> checkpoints() {
        return names().stream()
                .flatMap(stage -> Checkpoint.folders(warehouse, stage).stream())
                .toList();
    }

    private List<String> names() {
        return stages.stream().map(stage -> stage.info().name()).toList();
    }
}
