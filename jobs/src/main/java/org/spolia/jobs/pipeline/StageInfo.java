package org.spolia.jobs.pipeline;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.spolia.jobs.tables.Table;

/** The stages in the order in which they run, and the tables through which they hang together. */
public enum StageInfo {
    /** Reads files, and writes a table for each data set too, whose columns are those of its files. */
    SHARD(List.of(), List.of(Table.SIMULATION_AXES, Table.FIELD_MOMENTS, Table.SHARD_FILES, Table.DATASET_STATISTICS)),
    /** Reads the tables of data sets alone, whose rows come from the files that its input has. */
    SKY(List.of(Table.SHARD_FILES), List.of(Table.SKY_MATCHES)),
    /** Reads the tables of data sets too, and writes bundles beside its table. */
    PRETRAIN(List.of(), List.of(Table.PRETRAININGS)),
    /** Reads the tables of data sets too, whose rows come from the files that the first of its tables has. */
    EMBED(List.of(Table.SHARD_FILES, Table.PRETRAININGS), List.of(Table.ENCODERS, Table.EMBEDDINGS)),
    /** Reads the tables of data sets too. What is planned from its rows is a copy of them under an id of its own. */
    FEATURES(List.of(Table.SIMULATION_AXES), List.of(Table.FEATURES)),
    PLAN(
            List.of(),
            List.of(
                    Table.EXPERIMENTS,
                    Table.PROBLEMS,
                    Table.OPERATOR_SETS,
                    Table.EXPERIMENT_SETS,
                    Table.OBSERVATIONS,
                    Table.EXPERIMENT_TRIALS,
                    Table.EXPERIMENT_VERSIONS,
                    Table.TRIALS)),
    SEARCH(List.of(Table.TRIALS), List.of(Table.CANDIDATES)),
    SCORE(List.of(Table.CANDIDATES, Table.OBSERVATIONS), List.of(Table.SCORES)),
    UTILITY(
            List.of(Table.EXPERIMENT_TRIALS, Table.TRIALS, Table.PROBLEMS, Table.CANDIDATES, Table.SCORES),
            List.of(
                    Table.OPERATOR_UTILITY,
                    Table.OPERATOR_TRANSFER,
                    Table.COST_AUC,
                    Table.SET_COMPARISONS,
                    Table.CONCEPTS)),
    /** Reads the tables of data sets too, which have the targets. */
    PROBE(
            List.of(Table.ENCODERS, Table.EMBEDDINGS),
            List.of(Table.PROBE_SCORES, Table.ENCODER_SIMILARITY, Table.RETRIEVED_SAMPLES)),
    /** Reads every table and writes a page. */
    REPORT(List.of(Table.values()), List.of());

    @SuppressWarnings("Immutable") // Made by List.of.
    private final List<Table> inputs;

    @SuppressWarnings("Immutable") // Made by List.of.
    private final List<Table> outputs;

    StageInfo(List<Table> inputs, List<Table> outputs) {
        this.inputs = inputs;
        this.outputs = outputs;
    }

    public static Optional<StageInfo> named(String name) {
        return Arrays.stream(values())
                .filter(stage -> stage.stageName().equals(name))
                .findFirst();
    }

    public String stageName() {
        return name().toLowerCase(Locale.ROOT);
    }

    public List<Table> inputs() {
        return inputs;
    }

    public List<Table> outputs() {
        return outputs;
    }

    /** This stage and all that read, directly or not, what it writes. */
    public List<StageInfo> withDownstream() {
        Set<Table> touched = EnumSet.noneOf(Table.class);
        touched.addAll(outputs);
        List<StageInfo> stages = new ArrayList<>(List.of(this));
        // The constants are in topological order, so one pass is enough.
        for (StageInfo stage : values()) {
            if (stage.inputs.stream().anyMatch(touched::contains)) {
                touched.addAll(stage.outputs);
                stages.add(stage);
            }
        }
        return List.copyOf(stages);
    }

    @Override
    public String toString() {
        return stageName();
    }
}
