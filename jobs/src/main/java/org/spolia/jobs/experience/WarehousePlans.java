package org.spolia.jobs.experience;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.spolia.experiment.configuration.ExperimentConfig;
import org.spolia.experiment.planning.Plan;
import org.spolia.experiment.planning.Planner;
import org.spolia.experiment.prior.Experience;
import org.spolia.experiment.problem.FeatureTable;
import org.spolia.experiment.row.Experiment;
import org.spolia.jobs.pipeline.Plans;
import org.spolia.jobs.tables.Warehouse;

/** The plan of an experiment over a warehouse. The warehouse is opened only if the plan depends on its content. */
public final class WarehousePlans implements Plans {
    private final ExperimentConfig config;
    private final Supplier<Warehouse> warehouse;
    private @Nullable Plan plan;
    private @Nullable Experiment experiment;
    private boolean repeated;

    public WarehousePlans(ExperimentConfig config, Supplier<Warehouse> warehouse) {
        this.config = config;
        this.warehouse = warehouse;
    }

    @Override
    public Plan plan() {
        Plan known = plan;
        if (known != null && known.awaited().isEmpty()) {
            return known;
        }
        repeated |= known != null;
        Plan made = Planner.plan(config, experience(), features());
        plan = made;
        return made;
    }

    @Override
    public void release() {
        Plan known = plan;
        if (known != null && known.awaited().isEmpty()) {
            experiment = known.experiment();
            plan = null;
        }
    }

    @Override
    public boolean isRepeated() {
        return repeated;
    }

    @Override
    public List<String> awaited() {
        return plan == null ? List.of() : plan.awaited();
    }

    @Override
    public Experiment experiment() {
        if (plan != null) {
            return plan.experiment();
        }
        Experiment known = experiment;
        if (known == null) {
            known = Planner.experiment(config, experience(), features());
            experiment = known;
        }
        return known;
    }

    @Override
    public Optional<Experiment> knownExperiment() {
        return !config.derives() || new WarehouseFeatures(warehouse.get(), config).areThere(config)
                ? Optional.of(experiment())
                : Optional.empty();
    }

    private Experience experience() {
        return config.learns() || config.learnsFromItself() || config.derives()
                ? new PastExperiments(warehouse.get())
                : Experience.NONE;
    }

    private FeatureTable features() {
        return config.derives() ? new WarehouseFeatures(warehouse.get(), config) : FeatureTable.NONE;
    }
}
