package org.spolia.jobs.pipeline;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.spolia.experiment.configuration.ExperimentConfig;
import org.spolia.jobs.tables.Relation;
import org.spolia.jobs.tables.Warehouse;

/**
 * A step of an experiment. A class that implements it, with a public constructor without parameters and {@code @AutoService(Stage.class)},
 * is all that a stage has to declare: {@link Stages} finds it, and the order of a run, the commands, {@code status}, {@code reset}, the
 * names that configurations may use and the tasks of a scheduler follow from it.
 */
public interface Stage {
    StageInfo info();

    /** Whether a configuration has work for this stage. */
    boolean hasWork(ExperimentConfig config);

    /** What a run has to do, in this order. Work that was done before finds nothing to do. */
    List<Work> works(StageRun run);

    /** Why there is nothing to do for a configuration without work. */
    default String idleReason() {
        return "the configuration has no '" + info().key() + "'";
    }

    /**
     * Finds mistakes while Spark starts, before anything is written.
     *
     * @throws org.spolia.experiment.ExperimentException for a mistake in the configuration
     */
    default void check(ExperimentConfig config, Plans plans) {}

    /**
     * Finds mistakes in what the warehouse has, before anything is written.
     *
     * @throws org.spolia.experiment.ExperimentException if something is missing there
     */
    default void check(StageRun run) {}

    /** Whether it reads files of users, where a damaged one may end the stage or be left out. */
    default boolean examinesFiles() {
        return false;
    }

    /** How many bytes the queries of this stage read; rows that are handed on, or searched, ask Spark nothing. */
    default long bytesRead(Warehouse warehouse) {
        return 0;
    }

    /** How far it is; empty where it has nothing to count. */
    default Optional<StageStatus> status(StatusQuery question) {
        return Optional.empty();
    }

    /** The tables of a warehouse that it writes in addition to those of every warehouse. */
    default List<Relation> furtherTables(Warehouse warehouse) {
        return List.of();
    }

    /** What it left in a warehouse other than tables and checkpoints. */
    default List<Leftover> leftovers(Warehouse warehouse) {
        return List.of();
    }

    /** Jars that it needs for a configuration in addition to that of Spolia. */
    default Set<Library> libraries(ExperimentConfig config) {
        return hasWork(config) ? info().libraries() : Set.of();
    }

    /** The name of a later stage after which this one and all between may have more to do. */
    default Optional<String> repeatsAfter() {
        return Optional.empty();
    }

    /** What this stage still waits for in a run; as long as this gets less, the stages are repeated. */
    default List<String> awaits(StageRun run) {
        return List.of();
    }
}
