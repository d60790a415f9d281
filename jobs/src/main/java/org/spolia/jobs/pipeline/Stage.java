package org.spolia.jobs.pipeline;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.spolia.experiment.configuration.ExperimentConfig;
import org.spolia.jobs.stage.Leftover;
import org.spolia.jobs.stage.Library;
import org.spolia.jobs.stage.StageInfo;
import org.spolia.jobs.stage.StageStatus;
import org.spolia.jobs.stage.StatusQuery;
import org.spolia.jobs.tables.Relation;
import org.spolia.jobs.tables.Warehouse;

/**
 * A step of an experiment. A class that implements it, with a public constructor without parameters and {@code
 * @AutoService(Stage.class)}, is a complete declaration: {@link Stages} finds it and derives from it the order of a
 * run, the commands, {@code status}, {@code reset}, the names that configurations may use and the tasks of a scheduler.
 */
public interface Stage {
    StageInfo info();

    /** Returns whether a configuration has work for this stage. */
    boolean hasWork(ExperimentConfig config);

    /** Returns the work of a run, in order. Work that is already done has no effect. */
    List<Work> works(StageRun run);

    /** Returns whether there is nothing to do for a configuration, whatever the warehouse has. */
    default boolean isIdle(ExperimentConfig config) {
        return !hasWork(config);
    }

    /** Explains why a configuration without work leaves nothing to do. */
    default String idleReason() {
        return "the configuration has no '" + info().key() + "'";
    }

    /**
     * Checks the configuration while Spark starts, before anything is written.
     *
     * @throws org.spolia.experiment.ExperimentException for a mistake in the configuration
     */
    default void check(ExperimentConfig config, Plans plans) {}

    /**
     * Checks the content of the warehouse, before anything is written.
     *
     * @throws org.spolia.experiment.ExperimentException if something is missing there
     */
    default void check(StageRun run) {}

    /** Returns whether it reads files of users. A damaged file then either ends the stage or is left out. */
    default boolean examinesFiles() {
        return false;
    }

    /**
     * Returns the number of bytes that the queries of this stage read. Rows that the driver sends to tasks do not
     * count.
     */
    default long bytesRead(Warehouse warehouse) {
        return 0;
    }

    /** Returns the progress of the stage; empty if it has nothing to count. */
    default Optional<StageStatus> status(StatusQuery question) {
        return Optional.empty();
    }

    /** The tables of a warehouse that it writes in addition to the fixed tables. */
    default List<Relation> furtherTables(Warehouse warehouse) {
        return List.of();
    }

    /** Its files in a warehouse other than tables and checkpoints. */
    default List<Leftover> leftovers(Warehouse warehouse) {
        return List.of();
    }

    /** The jars that it needs for a configuration in addition to the jar of Spolia. */
    default Set<Library> libraries(ExperimentConfig config) {
        return hasWork(config) ? info().libraries() : Set.of();
    }

    /** The name of a later stage after which this one and all stages between may have more to do. */
    default Optional<String> repeatsAfter() {
        return Optional.empty();
    }

    /** Returns what this stage still waits for in a run. The stages are repeated as long as this list shrinks. */
    default List<String> awaits(StageRun run) {
        return List.of();
    }
}
