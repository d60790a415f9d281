package org.spolia.jobs;

import java.util.Optional;
import org.spolia.experiment.configuration.ExperimentConfig;
import org.spolia.jobs.pipeline.Stage;
import org.spolia.jobs.pipeline.Stages;
import org.spolia.jobs.stage.StageInfo;
import org.spolia.jobs.stage.StageStatus;
import org.spolia.jobs.stage.StatusQuery;
import org.spolia.jobs.tables.Warehouse;
import org.spolia.jobs.tables.stored.TableRows;
import org.spolia.jobs.tables.stored.WarehouseRows;

/** The progress of stages, as in the command {@code status}. */
public final class Statuses {
    private Statuses() {}

    /** Returns the status of a stage that has something to count, for all experiments. */
    public static StageStatus of(StageInfo stage, Warehouse warehouse) {
        return of(stage, warehouse, Optional.empty()).orElseThrow();
    }

    /** Returns the status of a stage for a configuration. */
    public static StageStatus of(StageInfo stage, Warehouse warehouse, ExperimentConfig config) {
        return of(stage, warehouse, Optional.of(config)).orElseThrow();
    }

    private static Optional<StageStatus> of(StageInfo stage, Warehouse warehouse, Optional<ExperimentConfig> config) {
        return of(stage, warehouse, new WarehouseRows(warehouse), config, Optional.empty());
    }

    /** Returns the status of a stage computed from any source of rows. */
    public static Optional<StageStatus> of(
            StageInfo stage,
            Warehouse warehouse,
            TableRows rows,
            Optional<ExperimentConfig> config,
            Optional<String> experiment) {
        Stage found = Stages.named(stage.name()).orElseThrow();
        return found.status(new StatusQuery(rows, config, () -> experiment, () -> warehouse));
    }
}
