package org.spolia.jobs.reset;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.hadoop.fs.Path;
import org.spolia.jobs.encoder.PretrainedBundles;
import org.spolia.jobs.pipeline.Checkpoint;
import org.spolia.jobs.pipeline.StageInfo;
import org.spolia.jobs.report.ReportStage;
import org.spolia.jobs.tables.Relation;
import org.spolia.jobs.tables.ShardKind;
import org.spolia.jobs.tables.Table;
import org.spolia.jobs.tables.Warehouse;

/**
 * Forgets what stages did, for the whole warehouse: their tables, their checkpoints and their attempts. A reset that was killed is
 * finished by the next one; until then the stages refuse to start.
 */
public final class StageReset {
    private final Warehouse warehouse;
    private final List<StageInfo> stages;

    private StageReset(Warehouse warehouse, List<StageInfo> stages) {
        this.warehouse = warehouse;
        this.stages = stages;
    }

    /** A reset of this stage and of all that build on it; of every stage if none is given. */
    public static StageReset of(Warehouse warehouse, Optional<StageInfo> stage) {
        return new StageReset(
                warehouse, stage.map(StageInfo::withDownstream).orElseGet(() -> List.of(StageInfo.values())));
    }

    /** What would be removed, a line for each thing. */
    public List<String> preview() {
        List<String> lines = new ArrayList<>();
        pages().forEach(page -> lines.add("page " + page));
        tables().forEach(table -> lines.add("table " + warehouse.folder(table)));
        checkpoints().forEach(folder -> lines.add("checkpoint " + folder));
        if (stages.contains(StageInfo.PRETRAIN) && PretrainedBundles.exist(warehouse)) {
            lines.add("encoders " + PretrainedBundles.folder(warehouse));
        }
        if (!everything() && warehouse.state(Table.ATTEMPTS).exists()) {
            lines.add("rows of " + names() + " in table " + warehouse.folder(Table.ATTEMPTS));
        }
        return lines;
    }

    public void run() {
        pages().forEach(page -> warehouse.remove(page.getParent()));
        tables().forEach(warehouse::drop);
        checkpoints().forEach(warehouse::remove);
        if (stages.contains(StageInfo.PRETRAIN)) {
            warehouse.remove(PretrainedBundles.folder(warehouse));
        }
        if (!everything() && warehouse.state(Table.ATTEMPTS).exists()) {
            warehouse.delete(
                    Table.ATTEMPTS,
                    "stage",
                    stages.stream().map(StageInfo::stageName).toList());
        }
    }

    private List<Path> pages() {
        return stages.contains(StageInfo.REPORT) ? ReportStage.pages(warehouse) : List.of();
    }

    private boolean everything() {
        return stages.size() == StageInfo.values().length;
    }

    /** The last ones first, so that a killed reset leaves no table without the one it was made from. */
    private List<Relation> tables() {
        List<Relation> tables = new ArrayList<>();
        for (Table table : Table.values()) {
            boolean affected = stages.stream().anyMatch(stage -> stage.outputs().contains(table));
            if ((affected || everything()) && warehouse.state(table).exists()) {
                tables.add(0, table);
            }
        }
        if (stages.contains(StageInfo.SHARD)) {
            for (ShardKind kind : ShardKind.values()) {
                tables.addAll(warehouse.shardTables(kind));
            }
        }
        return tables;
    }

    private List<Path> checkpoints() {
        return stages.stream()
                .flatMap(stage -> Checkpoint.folders(warehouse, stage.stageName()).stream())
                .toList();
    }

    private String names() {
        return stages.stream().map(StageInfo::stageName).collect(Collectors.joining(", "));
    }
}
