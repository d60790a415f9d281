package org.spolia.jobs.cli.stage;

import java.util.concurrent.Callable;
import org.spolia.experiment.configuration.ExperimentConfig;
import org.spolia.jobs.cli.common.ConfigFlags;
import org.spolia.jobs.cli.common.SessionFlags;
import org.spolia.jobs.pipeline.Stages;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code run}. */
@Command(name = "run", description = "Run all stages that the configuration names, in order, in one session.")
public final class RunCommand implements Callable<Integer> {
    @Mixin
    private SessionFlags session = new SessionFlags();

    @Mixin
    private ConfigFlags config = new ConfigFlags();

    @Mixin
    private DamageFlags damage = new DamageFlags();

    @Mixin
    private ContinuousFlags continuous = new ContinuousFlags();

    @Override
    public Integer call() {
        ExperimentConfig experiment = config.load();
        continuous.run(new StageRunner(session, damage.strict()), experiment, Stages.of(experiment.stages()));
        return 0;
    }
}
