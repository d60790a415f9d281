package org.spolia.jobs.cli.stage;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.spolia.experiment.configuration.ExperimentConfig;
import org.spolia.experiment.planning.Plan;
import org.spolia.experiment.planning.Planner;
import org.spolia.jobs.experience.PastExperiments;
import org.spolia.jobs.tables.Warehouse;
import org.spolia.jobs.trial.WarehouseFeatures;

/** A plan that depends on what stages before it make: it is made when it is first needed, and again when laws that it awaits may be there. */
final class LatePlan implements Supplier<Plan> {
    private final ExperimentConfig config;
    private final Warehouse warehouse;
    private @Nullable Plan plan;

    LatePlan(ExperimentConfig config, Warehouse warehouse) {
        this.config = config;
        this.warehouse = warehouse;
    }

    /** The plan of now. */
    Plan again() {
        Plan made = Planner.plan(config, new PastExperiments(warehouse), new WarehouseFeatures(warehouse, config));
        plan = made;
        return made;
    }

    @Override
    public Plan get() {
        Plan made = plan;
        return made == null ? again() : made;
    }
}
